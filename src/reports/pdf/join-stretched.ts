import { cellOf } from './group-pieces.ts';
import { makeSegment, type Segment } from './text-line.ts';

/** In ems, between words of a justified line. */
const widestStretch = 5;

/** Makes one segment of the words of each justified line with so little on it that its gaps look like those of columns. */
export function joinStretched(segments: readonly Segment[]): Segment[] {
  const rows = new Map<number, Segment[]>();
  for (const segment of segments) {
    const row = rows.get(segment.y);
    if (row) row.push(segment);
    else rows.set(segment.y, [segment]);
  }
  return [...rows.values()].flatMap((row) => {
    const sorted = row.sort((a, b) => a.x - b.x);
    return isStretched(sorted) ? [makeSegment(sorted.flatMap(({ pieces }) => pieces))] : sorted;
  });
}

/** Words of different widths with the same gap between any two, from left to right: no table's row is set so. */
export function isStretched(row: readonly Segment[]): boolean {
  const size = row[0]?.size ?? 0;
  if (
    row.length < 3 ||
    row.some((segment) => segment.row || segment.box || cellOf(segment.pieces[0]) !== null)
  )
    return false;
  const gaps = row.slice(1).map(({ x }, at) => x - (row[at]?.right ?? 0));
  const widths = row.map(({ x, right }) => right - x);
  const areWords =
    row.slice(1).every(({ text }) => !text.includes(' ')) && row.some(({ text }) => /^\p{Ll}/u.test(text));
  const isEven = spread(gaps) <= size * 0.25 && Math.max(...gaps) < size * widestStretch;
  return areWords && isEven && spread(widths) > size;
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
