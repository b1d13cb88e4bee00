import { findChains } from './find-number-chains.ts';
import type { LaidLine, Layout } from './layout.ts';
import { isFirstStep, type NumberCandidate, parseNumber } from './number-style.ts';
import { partQuotations } from './part-quotations.ts';
import { bulletLength, isTerminated, looksLikeHeading } from './wording.ts';

/** A number that stands for a paragraph, and the run of numbering that it belongs to. */
export interface NumberedLine extends NumberCandidate {
  run: number;
}

const fullLine = 0.75;
/** Only the longest sequences can hold others inside them; looking at all would take square time. */
const mostOuterRuns = 50;

export interface Numbering {
  /** By the index of the line. */
  numbered: Map<number, NumberedLine>;
  /** Lines whose numbers count inside a paragraph. */
  nested: Set<number>;
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
  const candidates = layout.lines
    .filter((line) => !line.blank && !line.row && line.level === null && !known.taken.has(line.index))
    .map((line) => readCandidate(line, layout, known.margin.has(line.index)))
    .filter((candidate) => candidate !== null);
  const chains = partQuotations(findChains(candidates), layout).filter((chain) => isPlausible(chain, layout));
  const kept: NumberCandidate[][] = [];
  const nested = new Set<number>();
  const headings = findLastHeadings(layout);
  const longest = chains.slice(0, mostOuterRuns);
  for (const chain of chains) {
    const outer = kept.slice(0, mostOuterRuns);
    const place = { layout, headings };
    if (
      longest.some((other) => other !== chain && isIntroduced(chain, other, place)) ||
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
  return { numbered, nested };
}

function isPlausible(chain: NumberCandidate[], layout: Layout): boolean {
  const [first] = chain;
  if (!first) return false;
  const fromStart = isFirstStep(first.steps.at(-1) ?? '');
  const apart = chain.filter((candidate) => stands(layout.lines[candidate.index])).length;
  if (first.style === 'round')
    return chain.length >= 3 && fromStart && apart >= chain.length * 0.5 && longOnes(chain);
  if (first.style === 'bare') return chain.length >= 3 && apart >= chain.length * 0.7;
  if (first.style === 'small_roman')
    return chain.length >= 4 && fromStart && apart >= chain.length * 0.8 && longOnes(chain);
  if (first.style === 'lettered' || first.style === 'roman' || first.style === 'named')
    return chain.length >= 3 && fromStart && freeOnes(chain);
  // Of the two numbers of "22/045" one is a year; a day and a month look alike but are short.
  if (first.style === 'slashed')
    return chain.length >= 3 && freeOnes(chain) && chain.some(({ number }) => /\d{3}/.test(number));
  if (chain.length === 1) return fromStart && apart === 1 && first.rest.length > 20;
  return fromStart || chain.length >= 3;
}

/** A number at the start of a line; below a full line in the middle of its sentence it is doubtful. */
function readCandidate(line: LaidLine, layout: Layout, alone: boolean): NumberCandidate | null {
  const above = layout.lines[line.index - 1];
  const short = above !== undefined && layout.wrapped && above.text.length < layout.width * fullLine;
  const ends = above === undefined || isTerminated(above.text) || bulletLength(above.text) > 0 || short;
  const free = alone || stands(line) || ends;
  const doubtful = layout.wrapped && !free;
  const candidate = parseNumber(line.text, {
    index: line.index,
    free,
    tight: !stands(line),
    alone,
    doubtful,
  });
  return doubtful && !/^["'“‘(]?\p{Lu}/u.test(candidate?.rest ?? '') ? null : candidate;
}

function stands(line: LaidLine | undefined): boolean {
  return line !== undefined && (line.gapBefore || line.pageTop);
}

function freeOnes(chain: NumberCandidate[]): boolean {
  return chain.filter((candidate) => candidate.free).length >= chain.length * 0.6;
}

/** Numbers in round brackets mostly count clauses of a sentence; paragraphs are longer than those. */
function longOnes(chain: NumberCandidate[]): boolean {
  return chain.filter((candidate) => candidate.rest.length > 60).length >= chain.length * 0.7;
}

/** 5.1 divides 5. */
function divides(first: NumberCandidate | undefined, before: NumberCandidate): boolean {
  return (
    first !== undefined &&
    first.steps.length > 1 &&
    first.steps.slice(0, -1).join('.') === before.steps.join('.')
  );
}

interface Setting {
  layout: Layout;
  /** For each line the nearest heading at or above it. */
  headings: Int32Array;
}

/**
 * A list between two neighbours of another sequence counts inside a paragraph, however long it is, when it stands
 * behind a colon or is set close in another style while the other's numbers stand apart.
 */
function isIntroduced(
  chain: NumberCandidate[],
  other: NumberCandidate[],
  { layout, headings }: Setting,
): boolean {
  const first = chain[0]?.index ?? 0;
  const above = lineAbove(layout, first);
  if (!above || !isFirstStep(chain[0]?.steps.at(-1) ?? '')) return false;
  const next = placeAfter(other, first);
  const before = other[next - 1];
  const after = other[next];
  if (!before || !after || after.index < (chain.at(-1)?.index ?? 0)) return false;
  const close =
    chain[0]?.style !== before.style && chain.every(({ tight }) => tight) && !before.tight && !after.tight;
  if (!close && !above.text.endsWith(':')) return false;
  return above.index >= before.index && (headings[first - 1] ?? -1) <= before.index;
}

/** Whether a sequence counts inside one paragraph of another, longer one. */
function isNested(chain: NumberCandidate[], longer: NumberCandidate[], place: Setting): boolean {
  const first = chain[0]?.index ?? 0;
  const last = chain.at(-1)?.index ?? 0;
  const next = placeAfter(longer, first);
  const before = longer[next - 1];
  const after = longer[next];
  if (before && divides(chain[0], before)) return false;
  if (longer.length <= chain.length || !before || (after && after.index < last)) return false;
  const above = lineAbove(place.layout, first);
  if (!above || above.index < before.index || (place.headings[first - 1] ?? -1) > before.index) return false;
  return after !== undefined || above.text.endsWith(':');
}

/**
 * A sequence that goes on over members of a longer one counts clauses here and there. Only whole numbers over stepped
 * ones (2 over 2.1) may do so: those number headings.
 */
function isInterleaved(chain: NumberCandidate[], longer: NumberCandidate[]): boolean {
  const from = placeAfter(longer, chain[0]?.index ?? 0);
  const to = placeAfter(longer, chain.at(-1)?.index ?? 0);
  const heads = /^(?:dot|bare|roman)$/.test(chain[0]?.style ?? '') && longer[0]?.style === 'steps';
  return from > 0 && to > from && !heads;
}

/** The place of the first candidate behind a line. */
function placeAfter(chain: NumberCandidate[], index: number): number {
  let low = 0;
  let high = chain.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chain[middle]?.index ?? 0) > index) high = middle;
    else low = middle + 1;
  }
  return low;
}

function lineAbove(layout: Layout, index: number): LaidLine | undefined {
  let above = index - 1;
  while (layout.lines[above]?.blank) above--;
  return layout.lines[above];
}

/** For each line the nearest line at or above it that looks like a heading, −1 without one. */
function findLastHeadings(layout: Layout): Int32Array {
  const last = new Int32Array(layout.lines.length);
  let at = -1;
  for (const line of layout.lines) {
    if (isHeadingLine(line, layout.marked)) at = line.index;
    last[line.index] = at;
  }
  return last;
}

function isHeadingLine(line: LaidLine, marked: boolean): boolean {
  if (line.level !== null || marked || line.blank || line.row) return line.level !== null;
  return line.gapBefore && line.gapAfter && looksLikeHeading(line.text);
}
