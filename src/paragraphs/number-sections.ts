import type { Block } from './block.ts';
import { findChains } from './find-number-chains.ts';
import { levelOf } from './heading-path.ts';
import { isFirstStep, type NumberCandidate, parseNumber } from './number-style.ts';

const fewest = 3;
const fewestGoingOn = 5;
const leastNumbered = 0.5;

/**
 * In a report that numbers its sections and nothing else, a section's number is its first paragraph's: the heading
 * keeps its words. Where any paragraph has a number of its own, the numbers of headings are part of them.
 */
export function numberSections(blocks: readonly Block[]): Block[] {
  if (blocks.some((block) => block.kind === 'numbered')) return [...blocks];
  const headings = [...blocks.entries()].filter(([, block]) => block.kind === 'heading');
  const candidates = headings.flatMap(
    ([index, block]) => parseNumber(block.text, { index, free: true }) ?? [],
  );
  const chains = findChains(candidates).filter(isWhole);
  const counted = chains.flat();
  const top = topHeadings(headings.map(([, block]) => block));
  if (counted.length < fewest || counted.length < top * leastNumbered) return [...blocks];
  const numbered = [...blocks];
  const places = new Set(counted.map(({ index }) => index));
  for (const [run, chain] of chains.entries())
    for (const candidate of chain) giveNumber(numbered, { ...candidate, run, places });
  return numbered;
}

function isWhole(chain: NumberCandidate[]): boolean {
  const [first] = chain;
  if (!first || first.style === 'small_roman' || first.style === 'lettered') return false;
  // Minutes go on from those of the last meeting.
  if (!isFirstStep(first.steps.at(-1) ?? '')) return chain.length >= fewestGoingOn;
  return chain.length >= (first.style === 'steps' ? 2 : fewest);
}

/** How many headings stand on the level that most stand on. */
function topHeadings(headings: Block[]): number {
  const counts = new Map<number | null, number>();
  for (const { level } of headings) counts.set(level, (counts.get(level) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function giveNumber(
  blocks: Block[],
  { index, number, length, run, places }: NumberCandidate & { run: number; places: ReadonlySet<number> },
): void {
  const heading = blocks[index];
  let at = index + 1;
  // "RESOLVED:" may stand between a minute's title and its first words.
  while (blocks[at]?.kind === 'heading' && !places.has(at)) at++;
  const first = blocks[at];
  if (!heading || !first || !/^(?:text|item)$/.test(first.kind) || heading.text.length <= length) return;
  const printedNumber = heading.text.slice(0, length).trim();
  // Its number said how deep it stands.
  blocks[index] = { ...heading, text: heading.text.slice(length), level: levelOf(heading) };
  blocks[at] = { ...first, kind: 'numbered', number, run, printedNumber };
}
