/** What a page draws, as the vendor lists it. */
export interface Drawing {
  fnArray: number[];
  argsArray: unknown[];
}

/** A transformation of the plane as PDF writes it. */
export type Matrix = [number, number, number, number, number, number];

const smallest = 1;
const largest = 8;

/** The vendor's codes of drawing operations, by their names. */
export type Operations = Record<string, number>;

const paints = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'stroke', 'closeStroke'];

/** The small shapes of a page, filled or hollow, which stand where bullets are drawn rather than written: their centres. */
export function findDots(
  { fnArray, argsArray }: Drawing,
  view: readonly number[],
  operations: Operations,
): { x: number; y: number }[] {
  const dots: { x: number; y: number }[] = [];
  const shown = new Set(paints.map((name) => operations[name]));
  const saved: Matrix[] = [];
  let now = multiply(view, [1, 0, 0, 1, 0, 0]);
  for (const [at, operation] of fnArray.entries()) {
    const args = argsArray[at];
    if (operation === operations.save) saved.push(now);
    else if (operation === operations.restore || operation === operations.paintFormXObjectEnd)
      now = saved.pop() ?? now;
    else if (operation === operations.transform) now = multiply(now, args as number[]);
    else if (operation === operations.paintFormXObjectBegin) {
      saved.push(now);
      now = multiply(now, ((args as [number[] | null])[0] ?? [1, 0, 0, 1, 0, 0]) as number[]);
    } else if (operation === operations.constructPath) {
      const [paint, , box] = args as [number, unknown, ArrayLike<number> | null];
      const dot = shown.has(paint) && box ? readDot(box, now) : null;
      if (dot) dots.push(dot);
    }
  }
  return dots;
}

/** Applies a transformation before another. */
export function multiply(m: readonly number[], n: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = m;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = n;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function readDot(box: ArrayLike<number>, now: Matrix): { x: number; y: number } | null {
  const from = multiply(now, [1, 0, 0, 1, box[0] ?? 0, box[1] ?? 0]);
  const to = multiply(now, [1, 0, 0, 1, box[2] ?? 0, box[3] ?? 0]);
  const width = Math.abs(to[4] - from[4]);
  const height = Math.abs(to[5] - from[5]);
  const isSmall = Math.min(width, height) >= smallest && Math.max(width, height) <= largest;
  const isRound = Math.max(width, height) <= Math.min(width, height) * 1.6;
  return isSmall && isRound ? { x: (from[4] + to[4]) / 2, y: (from[5] + to[5]) / 2 } : null;
}
