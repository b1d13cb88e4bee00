import { addToGroup } from './add-to-group.ts';
import type { Block } from './block.ts';
import { readSteps } from './number-style.ts';
import { countWords, isEnumerated, looksLikeHeading } from './wording.ts';

const tallestStack = 3;
/** Further headings may stand between "4. The visit" and 4.1. */
const farthestPart = 4;
const longestName = 120;
const mostWordsWithStop = 4;

/**
 * Makes headings of blocks that are: lines in bold, short lines without a stop that stand over text, numbers of a
 * run whose items only name what follows. `from` is the first block behind the title block. Short lines that end a
 * section (signatures, addresses) head nothing and stay text.
 */
export function findHeadings(blocks: readonly Block[], place: { from: number; marked: boolean }): Block[] {
  const numbered = findNumberedHeadings(blocks);
  const found = blocks.map((block, at) => (numbered.has(at) ? asHeading(block) : block));
  for (let at = place.from; at < found.length; at++) {
    const stack = readStack(found, at, place.marked);
    if (stack.length === 0) continue;
    for (const heading of chooseHeadings(found, stack)) {
      const block = found[heading];
      if (block) found[heading] = asHeading(block);
    }
    at = stack.at(-1) ?? at;
  }
  return found;
}

function asHeading(block: Block): Block {
  const text = `${block.printedNumber} ${block.text}`.trim();
  return { ...block, kind: 'heading', text, number: null, run: -1, printedNumber: '' };
}

/** Places of candidate headings that follow one another. */
function readStack(blocks: readonly Block[], at: number, marked: boolean): number[] {
  const stack: number[] = [];
  for (let place = at; place < blocks.length; place++) {
    const block = blocks[place];
    if (!block || !isCandidate(block, blocks[place + 1], marked)) break;
    stack.push(place);
  }
  return stack;
}

function isCandidate(block: Block, next: Block | undefined, marked: boolean): boolean {
  if (block.kind !== 'text' || !looksLikeHeading(block.text.replace(/:$/, ''))) return false;
  if (block.bold) return !block.text.endsWith(':') || next?.kind !== 'bullet';
  if (marked || block.text.endsWith(':')) return false;
  return next === undefined || next.gapBefore || next.kind !== 'text';
}

/** Which of a stack of candidates head what follows them. */
function chooseHeadings(blocks: readonly Block[], stack: number[]): number[] {
  const end = (stack.at(-1) ?? 0) + 1;
  const next = blocks.slice(end).find((block) => block.kind !== 'footnote');
  if (!next) return [];
  const bold = stack.filter((place) => blocks[place]?.bold);
  if (bold.length > 0) return bold;
  if (next.kind === 'numbered' && stack.length <= tallestStack) return stack;
  const enumerated = stack.findIndex((place) => isEnumerated(blocks[place]?.text ?? ''));
  if (enumerated >= 0) return stack.slice(enumerated);
  if (stack.length > tallestStack)
    return next.kind === 'numbered' && isInsideRun(blocks, stack, next) ? [] : stack.slice(-1);
  if (next.kind === 'numbered' || next.kind === 'heading') return stack;
  return stack.slice(-1);
}

/** An address or the like between two neighbours of one run. */
function isInsideRun(blocks: readonly Block[], stack: number[], next: Block): boolean {
  const before = blocks
    .slice(0, stack[0])
    .findLast((block) => block.kind === 'numbered' || block.kind === 'heading');
  return before?.kind === 'numbered' && before.run === next.run;
}

/**
 * Numbered lines that only name their sections: over their own parts ("2.1 The visit" over 2.1.1), or, where most of their
 * run does so, over text.
 */
function findNumberedHeadings(blocks: readonly Block[]): Set<number> {
  const items = new Map<string, { place: number; names: boolean }[]>();
  const found = new Set<number>();
  for (const [place, block] of blocks.entries()) {
    if (block.kind !== 'numbered') continue;
    const isName = looksLikeHeading(withoutStop(block.text)) && block.text.length < longestName;
    if (isName && headsParts(block, blocks, place)) found.add(place);
    const names = isName && headsSomething(block, blocks, place);
    addToGroup(items, `${block.run} ${ownSteps(block).length}`, { place, names });
  }
  for (const run of items.values()) {
    const naming = run.filter((item) => item.names);
    if (naming.length >= 2 && naming.length >= run.length * 0.6)
      for (const { place } of naming) found.add(place);
  }
  return found;
}

/** A title of a few words may be printed with a stop: "13. Contact." */
function withoutStop(text: string): string {
  return countWords(text) <= mostWordsWithStop ? text.replace(/\.$/, '') : text;
}

/** The steps of a number, of which a last zero counts nothing: "2.0" heads 2.1 as "2" does. */
function ownSteps({ number }: Block): string[] {
  const steps = readSteps(number ?? '');
  return steps.at(-1) === '0' ? steps.slice(0, -1) : steps;
}

/** Whether the next number is that of a part: 4.1 behind 4. */
function headsParts(block: Block, blocks: readonly Block[], place: number): boolean {
  const first = blocks.slice(place + 1, place + 1 + farthestPart).find(({ kind }) => kind === 'numbered');
  const own = ownSteps(block);
  const steps = readSteps(first?.number ?? '');
  return steps.length > own.length && own.every((step, at) => steps[at] === step) && isFirstPart(steps);
}

function isFirstPart(steps: readonly string[]): boolean {
  return /^[01]$/.test(steps.at(-1) ?? '');
}

function headsSomething(block: Block, blocks: readonly Block[], place: number): boolean {
  const next = blocks[place + 1];
  const parted = headsParts(block, blocks, place);
  if (next?.kind === 'numbered') return next.run !== block.run || parted;
  if (!next?.gapBefore) return false;
  return parted || (next.kind !== 'heading' && next.kind !== 'footnote');
}
