import { comparable } from './wording.ts';

const closeEnough = 0.75;
const mostLines = 4000;

export interface MissingSections {
  /** As printed in the contents list. */
  missing: string[];
  /** Everything from the first missing section to the list's end is missing: the copy stops early. */
  atEnd: boolean;
}

/**
 * Which sections of a contents list the body lacks. Lists and bodies are matched in their order, so that a title
 * that is listed twice must be there twice; small differences of wording or spelling do not matter.
 */
export function findMissingSections(listed: readonly string[], body: readonly string[]): MissingSections {
  const entries = listed.map(wordsOf);
  const lines = body.slice(0, mostLines).map(wordsOf);
  const present = align(entries, lines);
  const missing = listed.filter((_, place) => !present.has(place) && (entries[place]?.size ?? 0) > 0);
  const last = listed.findLastIndex((_, place) => present.has(place));
  return { missing, atEnd: missing.length > 0 && last < listed.length - 1 };
}

function wordsOf(text: string): Set<string> {
  return new Set(comparable(text).split(' ').filter(Boolean));
}

/** Shared words over all words, or nearly all of a longer entry's words within a line that says more. */
function closeness(entry: Set<string>, line: Set<string>): number {
  if (entry.size === 0 || line.size === 0) return 0;
  const shared = [...entry].filter((word) => line.has(word)).length;
  const alike = (2 * shared) / (entry.size + line.size);
  const contained = entry.size >= 4 && shared >= entry.size * 0.9 ? 0.8 : 0;
  return Math.max(alike, contained);
}

/** The entries of the best alignment in order. */
function align(entries: Set<string>[], lines: Set<string>[]): Set<number> {
  const scores = entries.map((entry) => lines.map((line) => closeness(entry, line)));
  const best: Float64Array[] = [new Float64Array(lines.length + 1)];
  for (const [row, scored] of scores.entries()) {
    const above = best[row] ?? new Float64Array();
    const current = new Float64Array(lines.length + 1);
    for (const [column, score] of scored.entries()) {
      const taken = score >= closeEnough ? (above[column] ?? 0) + score : 0;
      current[column + 1] = Math.max(taken, above[column + 1] ?? 0, current[column] ?? 0);
    }
    best.push(current);
  }
  return traceBack(best, entries.length, lines.length);
}

function traceBack(best: Float64Array[], rows: number, columns: number): Set<number> {
  const present = new Set<number>();
  let row = rows;
  let column = columns;
  while (row > 0 && column > 0) {
    const value = best[row]?.[column] ?? 0;
    if (value === (best[row - 1]?.[column] ?? 0)) row--;
    else if (value === (best[row]?.[column - 1] ?? 0)) column--;
    else {
      present.add(row - 1);
      row--;
      column--;
    }
  }
  return present;
}
