import { parseDay } from '../reports/parse-dates.ts';
import type { Block } from './block.ts';
import { countWords, endsSentence, isEnumerated, looksLikeHeading } from './wording.ts';

/**
 * How many blocks at the front are the title block: what stands before a contents list, or else before the first
 * heading by mark-up, number, table or running text. In plain text the last line before the body is its heading.
 */
export function countTitleBlocks(
  blocks: readonly Block[],
  layout: { marked: boolean; contentsLine: number | null },
): number {
  const { contentsLine } = layout;
  if (contentsLine !== null) {
    const before = blocks.findIndex((block) => block.lines[0] > contentsLine);
    const count = before < 0 ? blocks.length : before;
    if (blocks.slice(0, count).every((block) => block.kind !== 'numbered')) return count;
  }
  const headings = blocks.filter((block) => block.kind === 'heading');
  const isFront = blocks[0] !== undefined && blocks[0] === headings[0];
  const body = blocks.findIndex((block, place) =>
    beginsBody(block, place, isFront ? headings[1] : headings[0]),
  );
  const count = Math.max(body, 0);
  const last = blocks[count - 1];
  const bodyBlock = blocks[count];
  if (layout.marked || !last || !bodyBlock || bodyBlock.kind === 'row' || bodyBlock.kind === 'heading')
    return count;
  return couldHeadBody(last.text) ? count - 1 : count;
}

function beginsBody(block: Block, place: number, heading: Block | undefined): boolean {
  if (block === heading) return true;
  if (block.kind === 'heading') return place > 0 && heading === undefined;
  return block.kind !== 'text' || isRunningText(block.text);
}

function isRunningText(text: string): boolean {
  const words = countWords(text);
  return words >= 30 || (words >= 6 && endsSentence(text));
}

/** A line above the first text heads it unless it is a date or a name with its value. */
function couldHeadBody(text: string): boolean {
  const isDate = parseDay(text) !== null && countWords(text) <= 5;
  const isValue = /\S\s?:\s+\S/.test(text) && !isEnumerated(text);
  return !isDate && (looksLikeHeading(text) || /^\p{Lu}.*:$/u.test(text)) && !isValue;
}
