/** How a printed number stands to the one before it in its run. */
export type NumberStep =
  | { kind: 'next' | 'repeat' | 'back' }
  /** Numbers are not there between the two: their steps joined by dots. */
  | { kind: 'gap'; missing: string[] };

const mostNamed = 200;

/** Compares two neighbours by their steps: after 2.3 may come 2.4, 2.3.1, 2.3(a), 3 or 3.1, and A.1 in an annex. */
export function compareNumbers(before: readonly string[], after: readonly string[]): NumberStep {
  const place = before.findIndex((step, at) => step.toLowerCase() !== after[at]?.toLowerCase());
  if (place < 0 && before.length === after.length) return { kind: 'repeat' };
  const at = place < 0 ? before.length : place;
  if (at >= after.length) return { kind: 'back' };
  const passed = at < before.length ? ordinalOf(before[at]) : 0;
  const reached = ordinalOf(after[at]);
  if (Number.isNaN(passed) || Number.isNaN(reached)) return { kind: 'next' };
  if (at < before.length && isFigure(before[at]) !== isFigure(after[at]))
    return { kind: beginsRun(after.slice(at)) ? 'next' : 'back' };
  if (reached < passed) return { kind: 'back' };
  const missing = [
    ...namesBetween(after, at, passed),
    ...after.flatMap((_, deeper) => (deeper > at ? namesBetween(after, deeper, 0) : [])),
  ];
  return missing.length === 0 ? { kind: 'next' } : { kind: 'gap', missing };
}

/** Whether a run that begins with this number begins at the beginning, of a later part perhaps ("3.1"). */
export function beginsRun(steps: readonly string[]): boolean {
  return ordinalOf(steps.at(-1)) <= 1;
}

function isFigure(step: string | undefined): boolean {
  return /^\d/.test(step ?? '');
}

/** The place of a step among its kind: "4" and "D" and "d" are the fourth. */
function ordinalOf(step: string | undefined): number {
  if (isFigure(step)) return Number(step);
  return step?.length === 1 ? (step.toLowerCase().codePointAt(0) ?? 0) - 96 : Number.NaN;
}

/** The numbers that one step of a number left out when it went on from `passed`. */
function namesBetween(after: readonly string[], at: number, passed: number): string[] {
  const reached = Math.min(ordinalOf(after[at]), passed + mostNamed);
  const names: string[] = [];
  for (let value = passed + 1; value < reached; value++)
    names.push([...after.slice(0, at), stepOf(value, after[at] ?? '')].join('.'));
  return names;
}

function stepOf(value: number, like: string): string {
  return isFigure(like) ? String(value) : String.fromCodePoint((/^[a-z]/.test(like) ? 96 : 64) + value);
}
