import { parsePageNumber } from './parse-page-number.ts';
import { lineText, type TextLine } from './text-line.ts';

/** The lines of one page, over all its columns. */
export interface PageRows {
  number: number;
  height: number;
  rows: TextLine[];
}

interface EdgeRow {
  page: number;
  line: TextLine;
  edge: 'top' | 'bottom';
  /** 0 is the row at the very edge. */
  depth: number;
  text: string;
  /** Its words with `#` for digits. */
  shape: string;
  /** What counts pages in it. */
  values: number[];
}

const edgeShare = 0.17;
const deepestRow = 4;
/** The same row stands at the same height on every page, but for rounding. */
const sameHeight = 3.5;
/** Running heads are seldom set larger than the text; headings are. */
const largestShare = 1.2;

/**
 * Finds running heads and feet and page numbers: rows at the edge of a page that come again at the same height of
 * other pages, with the same words and the same or counting numbers; and where most pages have such a row, what else
 * stands in its place; and rows that the file itself says are no part of the text. `textSize` is the size of the running text.
 */
export function findRunningLines(pages: readonly PageRows[], textSize: number): Set<TextLine> {
  const rows = pages.flatMap(edgeRows).filter(({ line }) => line.size <= textSize * largestShare);
  const needed = pages.length > 5 ? 3 : 2;
  const byHeight = new Map<string, EdgeRow[]>();
  for (const row of rows) {
    for (const place of placesOf(row)) byHeight.set(place, [...(byHeight.get(place) ?? []), row]);
  }
  const recurring = new Set<EdgeRow>();
  for (const row of rows) {
    const near = byHeight.get(placesOf(row)[0] ?? '') ?? [];
    const alike = near.filter((other) => other === row || comesAgain(row, other));
    const isArtifact = row.line.segments.every(({ pieces }) => pieces.every((piece) => piece.artifact));
    if (isArtifact || new Set(alike.map(({ page }) => page)).size >= needed) recurring.add(row);
  }
  addInSameSlot(rows, recurring);
  return keepFromEdge(rows, recurring);
}

function edgeRows({ number, height, rows }: PageRows): EdgeRow[] {
  const make = (line: TextLine, edge: EdgeRow['edge'], depth: number): EdgeRow => {
    const text = lineText(line);
    const values = [...text.matchAll(/\d+/g)].map(([digits]) => Number(digits));
    const lone = parsePageNumber(text);
    return lone !== null && values.length === 0
      ? { page: number, line, edge, depth, text, shape: '#', values: [lone] }
      : { page: number, line, edge, depth, text, shape: text.toLowerCase().replace(/\d+/g, '#'), values };
  };
  const top = rows.slice(0, deepestRow).filter((line) => line.y < height * edgeShare);
  const bottom = rows.slice(-deepestRow).filter((line) => line.y > height * (1 - edgeShare));
  return [
    ...top.filter((line, at) => !isTableHead(line, rows[at + 1])).map((line, at) => make(line, 'top', at)),
    ...bottom.reverse().map((line, at) => make(line, 'bottom', at)),
  ];
}

/** Cells over cells: the head of a table that goes on from the page before. */
function isTableHead(line: TextLine, next: TextLine | undefined): boolean {
  if (line.segments.some(({ pieces }) => pieces.some((piece) => piece.tag?.cell))) return true;
  if (line.segments.length < 2 || !next || next.y - line.y > line.size * 3) return false;
  const aligned = next.segments.filter(({ x }) =>
    line.segments.some((segment) => Math.abs(segment.x - x) <= 3),
  ).length;
  return aligned >= 2;
}

/** Its own height first, then the neighbouring ones that rounding may put it in. */
function placesOf({ edge, line }: EdgeRow): string[] {
  const place = Math.round(line.y / sameHeight);
  return [place, place - 1, place + 1].map((height) => `${edge} ${height}`);
}

function comesAgain(row: EdgeRow, other: EdgeRow): boolean {
  if (row.page === other.page || row.shape !== other.shape || row.values.length !== other.values.length)
    return false;
  const pages = other.page - row.page;
  const counting = row.values.filter((value, at) => (other.values[at] ?? 0) - value === pages).length;
  const same = row.values.filter((value, at) => other.values[at] === value).length;
  if (!/\p{L}{2}/u.test(row.shape)) return counting > 0;
  return counting + same === row.values.length;
}

/** Running heads that change with the chapter stand where others come again on most pages. */
function addInSameSlot(rows: readonly EdgeRow[], recurring: Set<EdgeRow>): void {
  const slots = new Map<string, { known: number; all: EdgeRow[] }>();
  for (const row of rows) {
    const key = `${row.edge} ${Math.round(row.line.y / 2)} ${Math.round(row.line.size)}`;
    const slot = slots.get(key) ?? { known: 0, all: [] };
    slot.all.push(row);
    if (recurring.has(row)) slot.known++;
    slots.set(key, slot);
  }
  for (const { known, all } of slots.values()) {
    if (known < 3 || known < all.length * 0.6) continue;
    for (const row of all) if (row.text.length < 100 && !/[.;,]$/.test(row.text)) recurring.add(row);
  }
}

/** Between the edge of a page and a running line stand only other running lines. */
function keepFromEdge(rows: readonly EdgeRow[], recurring: ReadonlySet<EdgeRow>): Set<TextLine> {
  const found = new Set<TextLine>();
  const reached = new Map<string, number>();
  const outward = [...rows].sort((a, b) => a.depth - b.depth);
  for (const row of outward) {
    const key = `${row.page} ${row.edge}`;
    if (!recurring.has(row) || (reached.get(key) ?? 0) !== row.depth) continue;
    reached.set(key, row.depth + 1);
    found.add(row.line);
  }
  return found;
}
