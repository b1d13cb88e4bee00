import type { Rectangle } from '../reports/pdf/pdf-page.ts';

/** What a page draws, as the vendor lists it. */
export interface Drawing {
  fnArray: number[];
  argsArray: unknown[];
}

/** A transformation of the plane as PDF writes it. */
export type Matrix = [number, number, number, number, number, number];

/** The vendor's codes of drawing operations, by their names. */
export type Operations = Record<string, number>;

/** A path that is painted: the rectangle around it, from the page's top left. */
export interface Shape extends Rectangle {
  /** It is filled, and in white. */
  white: boolean;
}

interface State {
  matrix: Matrix;
  white: boolean;
}

const fills = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke'];
const strokes = ['stroke', 'closeStroke'];

/** The shapes that a page paints, filled or hollow, in the order of painting. */
export function findShapes(
  { fnArray, argsArray }: Drawing,
  view: readonly number[],
  operations: Operations,
): Shape[] {
  const shapes: Shape[] = [];
  const filled = new Set(fills.map((name) => operations[name]));
  const shown = new Set([...filled, ...strokes.map((name) => operations[name])]);
  const saved: State[] = [];
  let now: State = { matrix: multiply(view, [1, 0, 0, 1, 0, 0]), white: false };
  for (const [at, operation] of fnArray.entries()) {
    const args = argsArray[at];
    if (operation === operations.save) saved.push(now);
    else if (operation === operations.restore || operation === operations.paintFormXObjectEnd)
      now = saved.pop() ?? now;
    else if (operation === operations.transform)
      now = { ...now, matrix: multiply(now.matrix, args as number[]) };
    else if (operation === operations.paintFormXObjectBegin) {
      saved.push(now);
      const inner = ((args as [number[] | null])[0] ?? [1, 0, 0, 1, 0, 0]) as number[];
      now = { ...now, matrix: multiply(now.matrix, inner) };
    } else if (operation === operations.setFillRGBColor)
      now = { ...now, white: /^#f{6}$/i.test(String((args as unknown[])[0])) };
    else if (operation === operations.constructPath) {
      const [paint, , box] = args as [number, unknown, ArrayLike<number> | null];
      if (shown.has(paint) && box)
        shapes.push({ ...place(box, now.matrix), white: now.white && filled.has(paint) });
    }
  }
  return shapes;
}

/** Applies a transformation before another. */
export function multiply(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function place(box: ArrayLike<number>, matrix: Matrix): Rectangle {
  const from = multiply(matrix, [1, 0, 0, 1, box[0] ?? 0, box[1] ?? 0]);
  const to = multiply(matrix, [1, 0, 0, 1, box[2] ?? 0, box[3] ?? 0]);
  return spanRectangle({ x: from[4], y: from[5] }, { x: to[4], y: to[5] });
}

/** The rectangle between two corners. */
export function spanRectangle(a: { x: number; y: number }, b: { x: number; y: number }): Rectangle {
  return {
    x: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    y: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  };
}
