import { cellOf, standsBefore } from './group-pieces.ts';
import { isStretched } from './join-stretched.ts';
import { makeLine, makeSegment, type Segment, type TextLine } from './text-line.ts';

/** Gaps of more ems than this part cells and columns; narrower ones stand between justified words. */
const cellGap = 1.1;

/**
 * Sets segments of one column as lines, from top to bottom, each from left to right. What stands beside a line a
 * little higher or lower (a cell set in the middle of its row, a number in the margin) belongs to it.
 */
export function setLines(segments: readonly Segment[], page: number): TextLine[] {
  const sorted = [...segments].sort((a, b) => a.y - b.y || a.x - b.x);
  const rows: Segment[][] = [];
  for (const segment of sorted) {
    const row = rows.at(-1);
    if (row && belongs(segment, row)) row.push(segment);
    else rows.push([segment]);
  }
  return rows.map((row) => makeLine(joinNear(row.sort((a, b) => a.x - b.x)), page));
}

function belongs(segment: Segment, row: readonly Segment[]): boolean {
  const [first] = row;
  if (!first || segment.row || first.row || segment.box || first.box) return false;
  const size = Math.min(segment.size, first.size);
  const distance = segment.y - first.y;
  if (distance <= size * 0.3) return true;
  return distance < size * 0.75 && row.every((other) => isBeside(segment, other));
}

/** Cells may touch, and their edges are rounded. */
function isBeside(a: Segment, b: Segment): boolean {
  return a.x > b.right - 0.5 || a.right < b.x + 0.5;
}

function joinNear(row: Segment[]): Segment[] {
  if (isStretched(row)) return [makeSegment(row.flatMap(({ pieces }) => pieces))];
  const joined: Segment[] = [];
  for (const segment of row) {
    const before = joined.at(-1);
    const gap = before ? segment.x - before.right : 0;
    const sameCell = before && cellOf(before.pieces.at(-1)) === cellOf(segment.pieces[0]);
    const isNear = gap <= cellGap * Math.max(before?.size ?? 0, segment.size);
    if (before && sameCell && !segment.row && (isNear || standsBefore(before, segment)))
      joined[joined.length - 1] = makeSegment([...before.pieces, ...segment.pieces]);
    else joined.push(segment);
  }
  return joined;
}
