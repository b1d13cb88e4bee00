import type { LaidLine, Layout } from './layout.ts';
import { isFirstStep, type NumberCandidate } from './number-style.ts';
import { looksLikeHeading } from './wording.ts';

const sectionStyle = /^(?:dot|bare|roman|round|square|named)$/;

/** 5.1 divides 5. */
function divides(first: NumberCandidate | undefined, before: NumberCandidate): boolean {
  return (
    first !== undefined &&
    first.steps.length > 1 &&
    first.steps.slice(0, -1).join('.') === before.steps.join('.')
  );
}

/** What surrounds the numbers. */
interface Setting {
  layout: Layout;
  /** For each line the nearest heading at or above it. */
  headings: Int32Array;
}

/** The paragraph of another sequence that a whole sequence stands in. */
interface Surroundings {
  before: NumberCandidate;
  /** The number behind the sequence; none where that paragraph is the last. */
  after: NumberCandidate | undefined;
  /** The line above the sequence. */
  above: LaidLine;
}

/** Where a sequence stands between two neighbours of another, no heading above it; null where it does not. */
function findSurroundings(
  chain: NumberCandidate[],
  other: NumberCandidate[],
  { layout, headings }: Setting,
): Surroundings | null {
  const first = chain[0]?.index ?? 0;
  const next = placeAfter(other, first);
  const before = other[next - 1];
  const after = other[next];
  if (!before || (after && after.index < (chain.at(-1)?.index ?? 0))) return null;
  const above = lineAbove(layout, first);
  const isInside = above && above.index >= before.index;
  return isInside && (headings[first - 1] ?? -1) <= titleOf(before, layout) ? { before, after, above } : null;
}

/** The line of a number, or of the title below it where the number stands alone. */
function titleOf({ index, rest }: NumberCandidate, layout: Layout): number {
  if (rest !== '') return index;
  let below = index + 1;
  while (layout.lines[below]?.blank) below++;
  return below;
}

/**
 * A list between two neighbours of another sequence counts inside a paragraph, however long it is, when it stands
 * behind a colon or is set close in another style while the other's numbers stand apart.
 */
export function isIntroduced(chain: NumberCandidate[], other: NumberCandidate[], setting: Setting): boolean {
  if (!isFirstStep(chain[0]?.steps.at(-1) ?? '')) return false;
  const { before, after, above } = findSurroundings(chain, other, setting) ?? {};
  if (!before || !after) return false;
  const isClose =
    chain[0]?.style !== before.style && chain.every(({ tight }) => tight) && !before.tight && !after.tight;
  return isClose || above?.text.endsWith(':') === true;
}

/**
 * A list that is set further in than the number above it counts inside that number's paragraph when it stands behind a
 * colon, or right below its words in the same style.
 */
export function isSetIn(chain: NumberCandidate[], other: NumberCandidate[], setting: Setting): boolean {
  const { before, above } = findSurroundings(chain, other, setting) ?? {};
  if (!before || divides(chain[0], before)) return false;
  const isBelow = chain[0]?.tight === true && chain[0].style === before.style;
  const isDeeper = chain.every(({ indent }) => (indent ?? 0) > (before.indent ?? 0));
  return isDeeper && (isBelow || above?.text.endsWith(':') === true);
}

/** Whether a sequence counts inside one paragraph of another, longer one. */
export function isNested(chain: NumberCandidate[], longer: NumberCandidate[], setting: Setting): boolean {
  if (longer.length <= chain.length) return false;
  const { before, after, above } = findSurroundings(chain, longer, setting) ?? {};
  if (!before || divides(chain[0], before)) return false;
  return after !== undefined || above?.text.endsWith(':') === true;
}

/**
 * A sequence that goes on over members of a longer one counts clauses here and there, unless one numbers the sections
 * that the other divides: 2 over 2.1.
 */
export function isInterleaved(chain: NumberCandidate[], longer: NumberCandidate[]): boolean {
  const from = placeAfter(longer, chain[0]?.index ?? 0);
  const to = placeAfter(longer, chain.at(-1)?.index ?? 0);
  return from > 0 && to > from && !heads(chain, longer) && !heads(longer, chain);
}

/** Whether parts begin behind a number of the sections, and none of them before it: 2.1 behind 2, no 2.1 above. */
function heads(sections: NumberCandidate[], parts: NumberCandidate[]): boolean {
  if (!sectionStyle.test(sections[0]?.style ?? '') || parts[0]?.style !== 'steps') return false;
  return sections.some(({ index, steps }) => {
    const next = placeAfter(parts, index);
    const isPart = (part: NumberCandidate | undefined) => part?.steps[0] === steps.join('.');
    return isPart(parts[next]) && !isPart(parts[next - 1]);
  });
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
export function findLastHeadings(layout: Layout): Int32Array {
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
