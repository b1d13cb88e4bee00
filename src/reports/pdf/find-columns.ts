import { joinStretched } from './join-stretched.ts';
import { setLines } from './set-lines.ts';
import { lineText, type Segment, type TextLine } from './text-line.ts';

/** Segments that are read from top to bottom before those of the next region. */
export interface Region {
  segments: Segment[];
  /** Which column of the page, so that columns of several pages can be compared: "", "l", "r", "lr" … */
  column: string;
}

const narrowestGutter = 7;
/** How far a number or a heading may stand left of the text below it, in points. */
const widestHang = 45;
const mostCandidates = 12;
const deepestSplit = 2;
const fewestSegments = 6;
const commonShare = 0.25;

/**
 * Cuts a page into regions in reading order: where text stands in two columns, the left one comes before the right
 * one, between lines that run across both. Tables keep their rows: cells that begin side by side are no columns.
 * `known` holds left edges of right columns on other pages, where shorter texts will do.
 */
export function findColumns(
  separate: readonly Segment[],
  { known, depth = 0, column = '' }: { known: ReadonlySet<number>; depth?: number; column?: string },
): Region[] {
  const segments = joinStretched(separate);
  const splits = depth < deepestSplit && segments.length >= fewestSegments;
  const found = splits ? bestSplit(segments, known) : endOfColumns(segments, known);
  if (!found) return [{ segments, column }];
  return found.bands.flatMap((band) => {
    if (!(isColumns(band, found.isKnown) || isRest(band))) return [{ segments: band.segments, column }];
    const inner = (side: 'l' | 'r') => ({ known, depth: depth + 1, column: column + side });
    return [...findColumns(band.left, inner('l')), ...findColumns(band.right, inner('r'))];
  });
}

/** The last few lines of a report in columns, which stand side by side. */
function endOfColumns(segments: readonly Segment[], known: ReadonlySet<number>): Split | null {
  const sorted = [...segments].sort((a, b) => a.y - b.y || a.x - b.x);
  for (const split of segments.length < fewestSegments ? known : []) {
    const bands = cutBands(sorted, split);
    const sides = bands.flatMap(({ left, right }) => [left, right]).map((side) => setLines(side, 0));
    if (bands.length === 1 && sides.every((lines) => lines.length > 1 && isProse(lines)))
      return { split, bands, isKnown: true };
  }
  return null;
}

/** Where the right column begins on many pages, in points. */
export function findSplits(pages: readonly (readonly Segment[])[]): Set<number> {
  const counts = new Map<number, number>();
  for (const segments of pages) {
    const split = findSplit(segments);
    if (split !== null) counts.set(split, (counts.get(split) ?? 0) + 1);
  }
  const common = [...counts].filter(([, count]) => count >= pages.length * commonShare);
  return new Set(common.sort((a, b) => b[1] - a[1]).map(([split]) => split));
}

function findSplit(segments: readonly Segment[]): number | null {
  return segments.length >= fewestSegments ? (bestSplit(segments, new Set())?.split ?? null) : null;
}

/** A page cut where its right column begins. */
interface Split {
  split: number;
  bands: Band[];
  /** Other pages are cut there too. */
  isKnown: boolean;
}

function bestSplit(segments: readonly Segment[], known: ReadonlySet<number>): Split | null {
  const sorted = [...segments].sort((a, b) => a.y - b.y || a.x - b.x);
  let best: (Split & { score: number }) | null = null;
  for (const split of candidateSplits(sorted, known)) {
    const bands = cutBands(sorted, split);
    const isKnown = known.has(split);
    const columns = bands.filter((band) => isColumns(band, isKnown));
    const score = columns.reduce((sum, band) => sum + band.segments.length, 0);
    if (score >= fewestSegments && score > (best?.score ?? 0)) best = { score, split, bands, isKnown };
  }
  return best;
}

/** What stands between two lines that run across the split. */
interface Band {
  segments: Segment[];
  left: Segment[];
  right: Segment[];
}

/** Left edges that many segments share, the likeliest first. */
function candidateSplits(segments: Segment[], known: ReadonlySet<number>): number[] {
  const from = Math.min(...segments.map(({ x }) => x));
  const to = Math.max(...segments.map(({ right }) => right));
  const counts = new Map<number, number>();
  for (const { x } of segments) {
    if (x < from + (to - from) * 0.2 || x > from + (to - from) * 0.85) continue;
    counts.set(Math.floor(x), (counts.get(Math.floor(x)) ?? 0) + 1);
  }
  const likeliest = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostCandidates);
  return [...new Set([...known, ...likeliest.map(([x]) => x)])];
}

function cutBands(sorted: readonly Segment[], split: number): Band[] {
  const bands: Band[] = [];
  let wasAcross: boolean | null = null;
  const edge = rightEdge(sorted, split);
  for (const segment of sorted) {
    const isLeft = segment.right <= edge - narrowestGutter;
    const isRight = segment.x >= edge - 1;
    const isAcross = !isLeft && !isRight;
    if (isAcross !== wasAcross) bands.push({ segments: [], left: [], right: [] });
    wasAcross = isAcross;
    const band = bands.at(-1);
    band?.segments.push(segment);
    if (isLeft) band?.left.push(segment);
    if (isRight) band?.right.push(segment);
  }
  return bands;
}

/** Where the right column begins: what hangs out of its text or heads it stands further left than most of its lines. */
function rightEdge(segments: readonly Segment[], split: number): number {
  const left = Math.max(
    ...segments.map(({ right }) => (right <= split - narrowestGutter ? right : -Infinity)),
  );
  const from = Math.max(left + narrowestGutter, split - widestHang);
  return Math.min(split, ...segments.flatMap(({ x }) => (x >= from ? x : [])));
}

function isColumns(band: Band, isKnown: boolean): boolean {
  if (band.left.length < 3 || band.right.length < 3) return false;
  const left = setLines(band.left, 0);
  const right = setLines(band.right, 0);
  if (left.length < 3 || right.length < 3) return false;
  return (isKnown || (isProse(left) && isProse(right))) && !beginSideBySide(left, right);
}

/** A few lines in two columns below or above a line across, on a page that has columns. */
function isRest({ left, right, segments }: Band): boolean {
  const paired = right.filter((segment) => left.some((other) => sameBaseline(segment, other))).length;
  const isText = isProse(setLines(segments, 0));
  return left.length > 0 && right.length > 0 && (isText || paired < right.length);
}

/** Lines of running text: long ones, of which some begin in the middle of a sentence. */
function isProse(lines: readonly TextLine[]): boolean {
  const texts = lines.map(lineText);
  const mean = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
  const small = texts.filter((text) => /^\p{Ll}{2}/u.test(text)).length;
  return mean >= 16 && small >= texts.length * 0.2;
}

/** The rows of a table: where a text begins on the right after a gap, one begins on the left at the same height. */
function beginSideBySide(left: readonly TextLine[], right: readonly TextLine[]): boolean {
  const lefts = startsOf(left);
  const rights = startsOf(right);
  const together = rights.filter((start) => lefts.some((other) => sameBaseline(start, other))).length;
  return rights.length >= 2 && lefts.length >= 2 && together >= Math.min(lefts.length, rights.length) * 0.8;
}

/** Lines with a gap above them, without the first. */
function startsOf(lines: readonly TextLine[]): TextLine[] {
  const gaps = lines.slice(1).map((line, place) => line.y - (lines[place]?.y ?? 0));
  const usual = [...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 3)] ?? 0;
  return lines.slice(1).filter((_, place) => (gaps[place] ?? 0) > usual * 1.25 + 0.5);
}

function sameBaseline(a: { y: number }, b: { y: number }): boolean {
  return Math.abs(a.y - b.y) <= 2;
}
