import { findColumns } from './find-columns.ts';
import type { PdfPage, Rectangle } from './pdf-page.ts';
import { setLines } from './set-lines.ts';
import type { Segment, TextLine } from './text-line.ts';

/** In points: how far words may stand out of their box, and what parts one box from the next. */
const tolerance = 2;
const stackGap = 1.5;
const cellGap = 6;
/** Cells of a row stand this near to one another. */
const nearCell = 30;
const mostCellLines = 3;
const mostOfPage = 0.9;
const leastSingle = 0.8;

/**
 * Makes one segment of each box that text of a page stands in: it is read on its own and does not part what runs
 * beside or around it. Cells of tables, panels around a whole page and shapes that cut through words are no boxes.
 */
export function foldBoxes(page: PdfPage, segments: readonly Segment[]): Segment[] {
  let outside = [...segments];
  const folded: Segment[] = [];
  for (const box of outermostFirst(page.boxes)) {
    const inside = outside.filter((segment) => isInside(segment, box));
    const others = outside.filter((segment) => !isInside(segment, box));
    const lines = setLines(inside, page.number);
    if (!isTextBox(box, { inside, others, lines })) continue;
    outside = others;
    folded.push(foldBox(page, box, inside, folded.length));
  }
  return [...outside, ...folded];
}

function foldBox(page: PdfPage, box: Rectangle, inside: readonly Segment[], place: number): Segment {
  const key = `${Math.round(page.width)} box ${Math.round(box.x)} ${Math.round(box.right)}`;
  const columns = findColumns(inside, { known: new Set() }).map((region) => ({
    key: `${key} ${region.column}`,
    page: page.number,
    lines: setLines(region.segments, page.number),
  }));
  return {
    text: '',
    x: box.x,
    right: box.right,
    y: Math.min(...inside.map(({ y }) => y)),
    size: inside[0]?.size ?? 0,
    bold: false,
    pieces: [],
    box: { number: page.number * 1_000 + place, area: box, columns },
  };
}

/** Shapes that stand on one another, as the shading of several paragraphs, are one; those beside one another are cells. */
function outermostFirst(shapes: readonly Rectangle[]): Rectangle[] {
  const alone = shapes.filter((shape) => !shapes.some((other) => isBeside(shape, other)));
  const stacks: Rectangle[] = [];
  for (const shape of alone.toSorted((a, b) => a.y - b.y)) {
    const above = stacks.find((stack) => standsOn(stack, shape));
    if (above) above.bottom = Math.max(above.bottom, shape.bottom);
    else stacks.push({ ...shape });
  }
  const area = ({ x, right, y, bottom }: Rectangle) => (right - x) * (bottom - y);
  return stacks.sort((a, b) => area(b) - area(a));
}

function standsOn(above: Rectangle, below: Rectangle): boolean {
  const sameWidth =
    Math.abs(above.x - below.x) <= stackGap && Math.abs(above.right - below.right) <= stackGap;
  return sameWidth && Math.abs(below.y - above.bottom) <= stackGap;
}

function isBeside(a: Rectangle, b: Rectangle): boolean {
  const overlap = Math.min(a.bottom, b.bottom) - Math.max(a.y, b.y);
  const gap = Math.max(a.x, b.x) - Math.min(a.right, b.right);
  return overlap > Math.min(a.bottom - a.y, b.bottom - b.y) / 2 && Math.abs(gap) <= cellGap;
}

function isInside(segment: Segment, box: Rectangle): boolean {
  const isAcross = segment.x >= box.x - tolerance && segment.right <= box.right + tolerance;
  return isAcross && segment.y >= box.y && segment.y <= box.bottom + tolerance;
}

function isTextBox(
  box: Rectangle,
  text: { inside: readonly Segment[]; others: readonly Segment[]; lines: readonly TextLine[] },
): boolean {
  const { inside, others, lines } = text;
  const length = (segments: readonly Segment[]) => segments.reduce((sum, { text }) => sum + text.length, 0);
  if (lines.length < 2 || length(inside) > (length(inside) + length(others)) * mostOfPage) return false;
  if (inside.some(({ pieces }) => pieces.some(({ tag }) => tag?.cell))) return false;
  const single = lines.filter(({ segments }) => segments.length === 1).length;
  const isCut = others.some(
    ({ x, right, y }) => right > box.x && x < box.right && y > box.y && y < box.bottom,
  );
  return single >= lines.length * leastSingle && !isCut && !isCell(box, text);
}

/** A shaded cell at the front of a row that is not: each of its few lines has words right beside it. */
function isCell(
  box: Rectangle,
  { lines, others }: { lines: readonly TextLine[]; others: readonly Segment[] },
): boolean {
  const near = others.filter(({ x, right }) => right > box.x - nearCell && x < box.right + nearCell);
  const aligned = lines.filter((line) => near.some(({ y }) => Math.abs(y - line.y) <= 1));
  return lines.length <= mostCellLines && aligned.length === lines.length;
}
