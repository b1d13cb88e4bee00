import type { Column } from './measure.ts';
import type { Piece, Rectangle } from './pdf-page.ts';
import { raise } from './raise.ts';

/** Words on one baseline without a wide gap between them. */
export interface Segment {
  text: string;
  x: number;
  right: number;
  /** Baseline from the page's top. */
  y: number;
  /** Of most of its characters. */
  size: number;
  bold: boolean;
  pieces: Piece[];
  /** A whole row of a table that the file's structure tells: tabs part its cells, line feeds their lines. */
  row?: { table: string; head: boolean };
  /** A whole box that stands in the text, with its lines; numbers tell the boxes of a report apart. */
  box?: { number: number; area: Rectangle; columns: Column[] };
}

/** What stands on one baseline of a column: a line of text, or the cells of a table's row. */
export interface TextLine {
  segments: Segment[];
  x: number;
  right: number;
  y: number;
  size: number;
  bold: boolean;
  page: number;
  /** Width of its first word, in points. */
  firstWord: number;
}

/** A gap of this many ems parts words; a wider one parts segments. */
const wordGap = 0.16;

/** Joins the pieces of one baseline, which stand from left to right, to a segment. */
export function makeSegment(pieces: readonly Piece[]): Segment {
  const size = commonSize(pieces);
  const base = commonBaseline(pieces, size);
  let text = '';
  let right = pieces[0]?.x ?? 0;
  for (const [at, piece] of pieces.entries()) {
    const apart = piece.x - right > wordGap * Math.min(piece.size, size);
    const near = touches(pieces[at - 1], piece) || touches(piece, pieces[at + 1]);
    const words = near && isRaised(piece, { size, base }) ? raise(piece.text) : piece.text;
    text += apart && text !== '' && !/\s$/.test(text) && !/^\s/.test(words) ? ` ${words}` : words;
    right = Math.max(right, piece.x + piece.width);
  }
  return {
    text: text.replace(/\s+/g, ' ').trim(),
    x: pieces[0]?.x ?? 0,
    right,
    y: base,
    size,
    bold: pieces.every((piece) => piece.bold || !/[\p{L}\p{N}]/u.test(piece.text)) && hasWords(pieces),
    pieces: [...pieces],
  };
}

/** A line of segments that stand from left to right. */
export function makeLine(segments: Segment[], page: number): TextLine {
  const longest = segments.reduce((best, segment) =>
    segment.text.length > best.text.length ? segment : best,
  );
  const [first] = segments;
  const words = first?.text ?? '';
  const share = (/^\S+/.exec(words)?.[0].length ?? 0) / Math.max(1, words.length);
  return {
    segments,
    x: first?.x ?? 0,
    right: Math.max(...segments.map((segment) => segment.right)),
    y: longest.y,
    size: longest.size,
    bold: segments.every((segment) => segment.bold),
    page,
    firstWord: first ? (first.right - first.x) * share : 0,
  };
}

/** The words of a line, cells parted by one blank. */
export function lineText(line: TextLine): string {
  return line.segments.map((segment) => segment.text).join(' ');
}

function hasWords(pieces: readonly Piece[]): boolean {
  return pieces.some((piece) => /[\p{L}\p{N}]/u.test(piece.text));
}

function commonSize(pieces: readonly Piece[]): number {
  const lengths = new Map<number, number>();
  for (const { size, text } of pieces) lengths.set(size, (lengths.get(size) ?? 0) + text.trim().length);
  return [...lengths].reduce((best, next) => (next[1] > best[1] ? next : best), [0, -1])[0];
}

function commonBaseline(pieces: readonly Piece[], size: number): number {
  return (pieces.find((piece) => piece.size === size) ?? pieces[0])?.y ?? 0;
}

/** A number in the margin may stand a little high too, but far from its text. */
function touches(piece: Piece | undefined, next: Piece | undefined): boolean {
  if (!piece || !next) return false;
  return next.x - piece.x - piece.width < Math.max(piece.size, next.size) * 0.5;
}

/** Smaller and above the line that it stands in. */
function isRaised(piece: Piece, line: { size: number; base: number }): boolean {
  const lift = line.base - piece.y;
  return piece.size < line.size * 0.9 && lift > line.size * 0.12 && lift < line.size;
}
