import { findChains } from './find-number-chains.ts';
import { findUnexplained } from './find-unexplained.ts';
import { isPlausible } from './judge-chain.ts';
import type { Layout } from './layout.ts';
import { findLastHeadings, isInterleaved, isIntroduced, isNested, isSetIn } from './nest-chains.ts';
import type { NumberCandidate } from './number-style.ts';
import { partQuotations } from './part-quotations.ts';
import { readCandidates } from './read-candidates.ts';

/** A number that stands for a paragraph, and the run of numbering that it belongs to. */
export interface NumberedLine extends NumberCandidate {
  run: number;
}

/** Only the longest sequences can hold others inside them; looking at all would take square time. */
const mostOuterRuns = 50;

export interface Numbering {
  /** By the index of the line. */
  numbered: Map<number, NumberedLine>;
  /** Lines whose numbers count inside a paragraph. */
  nested: Set<number>;
  /** Lines that begin with a number as paragraphs of this report have it, and that belongs to no run. */
  unexplained: Set<number>;
}

/**
 * Decides which numbers at the starts of lines number paragraphs: those that form the longest sequences over the
 * whole report. A lone number (a date, money, a house) explains nothing and is text; so is a list that counts from
 * one between two neighbours of a longer sequence, unless a heading stands above it.
 */
export function findNumbering(
  layout: Layout,
  known: { taken: ReadonlySet<number>; margin: ReadonlySet<number> },
): Numbering {
  const candidates = readCandidates(layout, known);
  const chains = partQuotations(findChains(candidates), layout).filter((chain) =>
    isPlausible(chain, layout.width),
  );
  const kept: NumberCandidate[][] = [];
  const nested = new Set<number>();
  const place = { layout, headings: findLastHeadings(layout) };
  const longest = chains.slice(0, mostOuterRuns);
  for (const chain of chains) {
    const outer = kept.slice(0, mostOuterRuns);
    if (
      longest.some(
        (other) => other !== chain && (isIntroduced(chain, other, place) || isSetIn(chain, other, place)),
      ) ||
      outer.some((longer) => isNested(chain, longer, place))
    )
      for (const { index } of chain) nested.add(index);
    else if (!outer.some((longer) => isInterleaved(chain, longer))) kept.push(chain);
  }
  kept.sort((a, b) => (a[0]?.index ?? 0) - (b[0]?.index ?? 0));
  const numbered = new Map<number, NumberedLine>();
  for (const [run, chain] of kept.entries()) {
    for (const candidate of chain) numbered.set(candidate.index, { ...candidate, run });
  }
  const styles = new Set(kept.flatMap(([first]) => first?.style ?? []));
  const free = candidates.filter(({ index }) => !numbered.has(index) && !nested.has(index));
  return { numbered, nested, unexplained: findUnexplained(free, { layout, styles, ...known }) };
}
