import type { PdfPage, Piece } from './pdf-page.ts';
import { makeSegment, type Segment } from './text-line.ts';

/** Gaps of more ems than this may part columns; justified words stand as far apart, so lines join them again. */
const segmentGap = 0.6;
/** How far a number in the margin may stand from its text, in points. */
const widestMarginGap = 80;

/** A drawing, not a list, has more dots than this. */
const mostDots = 2_000;

const marker =
  /^(?:[([]?(?:\d{1,4}(?:\.\d{1,3}){0,5}|[A-Za-z]|[ivxlc]{1,6}|[A-Z]{1,2}\.?\d{1,3}(?:\.\d{1,3}){0,3})[.)\]]{1,2}|\d{1,4}(?:\.\d{1,3}){0,5}|[A-Z](?:\.?\d{1,3}){1,4}|[^\p{L}\p{N}\s]{1,2}|o|[\uE000-\uF8FF])$/u;

/** Whether words are a number or a bullet that stands before its text. */
export function isMarker(text: string): boolean {
  return marker.test(text);
}

/**
 * Joins a page's pieces to segments: words on one baseline, cut where a gap is wide. A number or a bullet that
 * stands apart before its text is joined to it.
 */
export function groupPieces(page: PdfPage): Segment[] {
  const rows = sortRows(addBullets(dropDoubles(page.pieces), page.dots));
  return rows.flatMap((row) => joinMarkers(cutRow(row)));
}

/** Writes a bullet for a dot that is drawn before the first words of a line, at half their height. */
function addBullets(pieces: Piece[], dots: PdfPage['dots']): Piece[] {
  const bullets = dots.slice(0, mostDots).flatMap((dot): Piece[] => {
    const beside = pieces.filter(({ y, size }) => dot.y < y - size * 0.1 && dot.y > y - size * 0.7);
    const next = beside.filter(({ x }) => x > dot.x).sort((a, b) => a.x - b.x)[0];
    const inside = beside.some(({ x, width, size }) => x < dot.x && x + width > dot.x - size * 0.6);
    if (!next || inside || next.x - dot.x > next.size * 3 || isMarker(next.text.trim())) return [];
    return [{ ...next, text: '•', x: dot.x - next.size * 0.2, width: next.size * 0.4, bold: false }];
  });
  return [...pieces, ...bullets];
}

/** Words that were drawn twice, a hair apart, to look bold. */
function dropDoubles(pieces: readonly Piece[]): Piece[] {
  const kept: Piece[] = [];
  const seen = new Map<string, Piece>();
  for (const piece of pieces) {
    if (piece.text.trim() === '') continue;
    const key = `${piece.text}|${Math.round(piece.x / 2)}|${Math.round(piece.y / 2)}`;
    const first = seen.get(key);
    if (first && Math.abs(first.x - piece.x) < 1 && Math.abs(first.y - piece.y) < 1) first.bold = true;
    else {
      const own = { ...piece };
      seen.set(key, own);
      kept.push(own);
    }
  }
  return kept;
}

/** Pieces by baseline, each row from left to right; smaller pieces (raised marks) go to the row that they touch. */
function sortRows(pieces: Piece[]): Piece[][] {
  const bySize = [...pieces].sort((a, b) => b.size - a.size || a.y - b.y);
  const rows: { y: number; size: number; pieces: Piece[] }[] = [];
  const byPlace = new Map<number, typeof rows>();
  const near = (y: number) => [-1, 0, 1].flatMap((step) => byPlace.get(Math.floor(y / 20) + step) ?? []);
  for (const piece of bySize) {
    const row = near(piece.y)
      .filter((candidate) => belongs(piece, candidate))
      .sort((a, b) => remoteness(piece, a) - remoteness(piece, b))[0];
    if (row) row.pieces.push(piece);
    else {
      const begun = { y: piece.y, size: piece.size, pieces: [piece] };
      rows.push(begun);
      const place = Math.floor(piece.y / 20);
      byPlace.set(place, [...(byPlace.get(place) ?? []), begun]);
    }
  }
  rows.sort((a, b) => a.y - b.y);
  return rows.map((row) => row.pieces.sort((a, b) => a.x - b.x));
}

function belongs(piece: Piece, row: { y: number; size: number; pieces: Piece[] }): boolean {
  const lift = row.y - piece.y;
  if (Math.abs(lift) <= piece.size * 0.22) return true;
  const small = piece.size <= row.size * 0.85 && lift > -row.size * 0.3 && lift < row.size * 0.65;
  return small && piece.text.trim().length <= 8 && row.pieces.some((other) => touches(piece, other));
}

/** How far a row is from a piece: a raised mark belongs to the word that it touches, whatever stands at its own height. */
function remoteness(piece: Piece, row: { y: number; size: number; pieces: Piece[] }): number {
  const isMark = piece.size <= row.size * 0.85 && row.pieces.some((other) => touches(piece, other));
  return isMark ? -1 : Math.abs(row.y - piece.y);
}

function touches(piece: Piece, other: Piece): boolean {
  const before = piece.x - (other.x + other.width);
  const after = other.x - (piece.x + piece.width);
  return Math.max(before, after) < other.size * 0.5;
}

function cutRow(row: Piece[]): Segment[] {
  const segments: Segment[] = [];
  let open: Piece[] = [];
  let right = 0;
  for (const piece of row) {
    const gap = piece.x - right;
    const size = Math.max(piece.size, open.at(-1)?.size ?? 0);
    const otherCell = open.length > 0 && cellOf(piece) !== null && cellOf(piece) !== cellOf(open.at(-1));
    if (open.length > 0 && (gap > segmentGap * size || otherCell)) {
      segments.push(makeSegment(open));
      open = [];
    }
    open.push(piece);
    right = Math.max(right, piece.x + piece.width);
  }
  if (open.length > 0) segments.push(makeSegment(open));
  return segments;
}

/** The cell of a tagged table that a piece stands in. */
export function cellOf(piece: Piece | undefined): string | null {
  const cell = piece?.tag?.cell;
  return cell ? `${cell.table} ${cell.row} ${cell.column}` : null;
}

function joinMarkers(segments: Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const before = joined.at(-1);
    if (before && standsBefore(before, segment) && !isNearer(joined.at(-2), before, segment))
      joined[joined.length - 1] = makeSegment([...before.pieces, ...segment.pieces]);
    else joined.push(segment);
  }
  return joined;
}

/** The last word of a stretched line, a number by chance, has its own line nearer than the text of the next column. */
function isNearer(own: Segment | undefined, last: Segment, next: Segment): boolean {
  return own !== undefined && last.x - own.right < next.x - last.right;
}

/** Whether a segment is a number or a bullet that belongs to the text beside it, in the margin or set apart. */
export function standsBefore(marker: Segment, text: Segment): boolean {
  const near = text.x - marker.right <= widestMarginGap;
  const cells = cellOf(marker.pieces.at(-1)) ?? cellOf(text.pieces[0]);
  return near && cells === null && isMarker(marker.text) && !isMarker(text.text);
}
