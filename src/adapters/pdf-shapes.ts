import type { Rectangle } from '../reports/pdf/pdf-page.ts';
import type { Shape } from './pdf-drawing.ts';

const smallestDot = 1;
const largestDot = 8;
/** In points: less holds no two lines of text. */
const lowestBox = 20;
const narrowestBox = 60;
/** Drawings, not boxes around text, have more shapes of this size. */
const mostBoxes = 200;

/** The small shapes of a page, filled or hollow, which stand where bullets are drawn rather than written: their centres. */
export function findDots(shapes: readonly Shape[]): { x: number; y: number }[] {
  return shapes.flatMap((shape) => {
    const width = shape.right - shape.x;
    const height = shape.bottom - shape.y;
    const isSmall = Math.min(width, height) >= smallestDot && Math.max(width, height) <= largestDot;
    const isRound = Math.max(width, height) <= Math.min(width, height) * 1.6;
    return isSmall && isRound ? [{ x: (shape.x + shape.right) / 2, y: (shape.y + shape.bottom) / 2 }] : [];
  });
}

/** The large shapes of a page that text may stand in: shaded or with a line around them. */
export function findBoxes(shapes: readonly Shape[]): Rectangle[] {
  const boxes = shapes.filter(
    ({ x, right, y, bottom, white }) => !white && right - x >= narrowestBox && bottom - y >= lowestBox,
  );
  return boxes.length > mostBoxes ? [] : boxes.map(({ x, right, y, bottom }) => ({ x, right, y, bottom }));
}
