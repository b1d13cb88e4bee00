import type { Setting } from './measure.ts';
import type { Segment, TextLine } from './text-line.ts';

/** Rows of cells, each cell with its printed lines from top to bottom. */
export interface FoundTable {
  /** Places in the column's lines, `to` exclusive. */
  from: number;
  to: number;
  rows: Cell[][];
}

export interface Cell {
  segments: Segment[];
}

const narrowestGutter = 5;

/** Finds tables that nothing but the alignment of their cells tells. */
export function findTables(lines: readonly TextLine[], setting: Setting): FoundTable[] {
  const tables: FoundTable[] = [];
  let at = 0;
  while (at < lines.length) {
    const table = (lines[at]?.segments.length ?? 0) > 1 ? readTable(lines, at, setting) : null;
    if (table) tables.push(table);
    at = table ? table.to : at + 1;
  }
  return tables;
}

function readTable(lines: readonly TextLine[], from: number, setting: Setting): FoundTable | null {
  let extents: Extent[] = [];
  let last = from;
  let multi = 0;
  for (let at = from; at < lines.length; at++) {
    const line = lines[at];
    const above = lines[at - 1];
    if (
      !line ||
      line.segments[0]?.box ||
      (at > from && above && line.y - above.y > setting.pitch(line.size) * 4)
    )
      break;
    if (line.segments.length > 1) {
      const widened = widen(extents, line.segments);
      if (extents.length > 0 && widened.length < 2) break;
      extents = widened;
      multi++;
      last = at;
    } else if (!fitsOneColumn(line, extents)) break;
    else if (above && line.y - above.y <= setting.pitch(line.size) * 1.25 && at === last + 1) last = at;
  }
  if (multi < 2 || extents.length < 2) return null;
  const rows = cutRows(lines.slice(from, last + 1), extents, setting);
  return rows.length >= 2 ? { from, to: last + 1, rows } : null;
}

interface Extent {
  x: number;
  right: number;
}

/** The columns' extents, with those joined that a line's cells bridge. */
function widen(extents: readonly Extent[], segments: readonly Extent[]): Extent[] {
  const sorted = [...extents, ...segments].map(({ x, right }) => ({ x, right })).sort((a, b) => a.x - b.x);
  const joined: Extent[] = [];
  for (const extent of sorted) {
    const open = joined.at(-1);
    if (open && extent.x < open.right + narrowestGutter) open.right = Math.max(open.right, extent.right);
    else joined.push(extent);
  }
  return joined;
}

function fitsOneColumn(line: TextLine, extents: readonly Extent[]): boolean {
  const place = extents.findIndex((extent) => line.x >= extent.x - 3 && line.x < extent.right);
  const next = extents[place + 1];
  return place >= 0 && (next === undefined ? line.x - (extents[place]?.x ?? 0) < 3 : line.right < next.x);
}

function cutRows(lines: readonly TextLine[], extents: readonly Extent[], setting: Setting): Cell[][] {
  const gaps = lines.slice(1).map((line, at) => line.y - (lines[at]?.y ?? 0));
  const pitchOf = (line: TextLine) => setting.pitch(line.size) * 1.18 + 0.5;
  const spaced = gaps.some((gap, at) => gap > pitchOf(lines[at] as TextLine));
  const rows: Cell[][] = [];
  for (const [at, line] of lines.entries()) {
    const gap = gaps[at - 1] ?? 0;
    const filled = line.segments.map((segment) => columnOf(segment, extents));
    const begins = spaced ? gap > pitchOf(line) : filled.includes(0) && filled.length > 1;
    let row = rows.at(-1);
    if (!row || begins) {
      row = extents.map(() => ({ segments: [] }));
      rows.push(row);
    }
    for (const [place, segment] of line.segments.entries()) row[filled[place] ?? 0]?.segments.push(segment);
  }
  return rows;
}

function columnOf(segment: Segment, extents: readonly Extent[]): number {
  const place = extents.findLastIndex((extent) => segment.x >= extent.x - 1);
  return Math.max(0, place);
}
