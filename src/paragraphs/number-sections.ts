import type { Block } from './block.ts';
import { findChains } from './find-number-chains.ts';
import { levelOf } from './heading-path.ts';
import { isFirstStep, type NumberCandidate, parseNumber } from './number-style.ts';

const fewest = 3;
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
  for (const [run, chain] of chains.entries())
    for (const candidate of chain) giveNumber(numbered, candidate, run);
  return numbered;
}

function isWhole(chain: NumberCandidate[]): boolean {
  const [first] = chain;
  if (!first || first.style === 'small_roman' || first.style === 'lettered') return false;
  return isFirstStep(first.steps.at(-1) ?? '') && chain.length >= (first.style === 'steps' ? 2 : fewest);
}

/** How many headings stand on the level that most stand on. */
function topHeadings(headings: Block[]): number {
  const counts = new Map<number | null, number>();
  for (const { level } of headings) counts.set(level, (counts.get(level) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

function giveNumber(blocks: Block[], { index, number, length }: NumberCandidate, run: number): void {
  const heading = blocks[index];
  const first = blocks[index + 1];
  if (!heading || first?.kind !== 'text' || heading.text.length <= length) return;
  const printedNumber = heading.text.slice(0, length).trim();
  // Its number said how deep it stands.
  blocks[index] = { ...heading, text: heading.text.slice(length), level: levelOf(heading) };
  blocks[index + 1] = { ...first, kind: 'numbered', number, run, printedNumber };
}
