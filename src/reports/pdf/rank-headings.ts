import type { PdfBlock } from './pdf-block.ts';

const largerShare = 1.1;
const mostWords = 30;

/**
 * Gives headings their levels: those that the file's structure calls headings, and short blocks set larger than the
 * running text, the largest first. A sentence is no heading, however large.
 */
export function rankHeadings(blocks: readonly PdfBlock[], textSize: number): (number | null)[] {
  const sizes = blocks.filter((block) => isLarge(block, textSize)).map(({ size }) => Math.round(size));
  const ranks = [...new Set(sizes)].sort((a, b) => b - a);
  const tagged = blocks.some(({ level }) => level !== null);
  return blocks.map((block) => {
    if (block.level !== null) return isShort(block) ? block.level : null;
    if (!isLarge(block, textSize)) return null;
    // Beside headings by structure, large print that is none of them ranks as a heading of its size would.
    const rank = Math.min(6, ranks.indexOf(Math.round(block.size)) + 1);
    return tagged ? Math.min(rank, 2) : rank;
  });
}

function isLarge(block: PdfBlock, textSize: number): boolean {
  return block.kind === 'text' && block.size >= textSize * largerShare && isShort(block);
}

function isShort({ text, lines }: PdfBlock): boolean {
  // Entries of a contents list may be set as large as the headings that they name.
  if (/(?:[.…·_]\s?){4,}\s*\S{1,6}$/.test(text)) return false;
  const words = text.split(/\s+/).length;
  return lines <= 5 && words <= mostWords && /\p{L}{2}/u.test(text) && !/[.;,]["'”’)]*$/.test(text);
}
