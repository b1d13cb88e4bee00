import type { DocxBlock } from './block.ts';

const fewestBroken = 3;
const shareOfBroken = 0.2;

/**
 * Whether each printed line was typed as a paragraph of its own, as in text that was pasted from elsewhere: many
 * paragraphs stop within a sentence that the next one goes on with in small letters. Only empty paragraphs then part
 * one paragraph from the next.
 */
export function isTypedByLine(blocks: readonly DocxBlock[]): boolean {
  const filled = blocks.filter(({ kind }) => kind !== 'empty');
  const broken = blocks.filter((block, place) => goesOn(blocks[place - 1], block)).length;
  return broken >= Math.max(fewestBroken, filled.length * shareOfBroken);
}

function goesOn(above: DocxBlock | undefined, block: DocxBlock): boolean {
  if (above?.kind !== 'paragraph' || block.kind !== 'paragraph') return false;
  if (above.headingLevel !== null || block.headingLevel !== null) return false;
  return /^\p{Ll}[\p{L}'’,-]*\s/u.test(block.text) && !/[.!?:;…]["'”’)\]]*$/.test(above.text);
}
