/** What is asked of the keyword table: a MATCH expression and how many of its rows may be weighed. */
export interface KeywordAttempt {
  match: string;
  /** Rows to weigh at most, in row order; infinite where the words are rare enough to weigh all. */
  rows: number;
}

/**
 * Rows that one keyword query may weigh: each costs about 0.4 µs on a slow machine, so this keeps a query of any
 * length at some 5 ms.
 */
export const postingBudget = 12_000;

/**
 * Plans a search for any of the stems. The rarest stems are joined by OR while the rows that hold them stay within the
 * budget; if even the rarest goes beyond it, stems are joined by AND, fewer and fewer, until one is left of which only
 * the first rows are weighed. Attempts are made in order until there are hits enough.
 */
export function planAny(postings: ReadonlyMap<string, number>, budget = postingBudget): KeywordAttempt[] {
  const byRarity = [...postings].sort((a, b) => a[1] - b[1]);
  const taken: string[] = [];
  let sum = 0;
  for (const [stem, count] of byRarity) {
    if (sum + count > budget) break;
    sum += count;
    taken.push(stem);
  }
  if (taken.length > 0) return [{ match: join(taken, 'OR'), rows: Number.POSITIVE_INFINITY }];
  return [5, 3, 2, 1]
    .map((count) => byRarity.slice(0, count).map(([stem]) => stem))
    .filter((stems, place, all) => stems.length > 0 && stems.length !== all[place - 1]?.length)
    .map((stems) => ({ match: join(stems, 'AND'), rows: budget }));
}

/** Plans a search for all of the stems. */
export function planAll(stems: readonly string[], budget = postingBudget): KeywordAttempt[] {
  return [{ match: join(stems, 'AND'), rows: budget }];
}

// Quoted, a stem is a string to FTS5 and never an operator; a stem holds no quotation marks.
function join(stems: readonly string[], operator: 'AND' | 'OR'): string {
  return stems.map((stem) => `"${stem}"`).join(` ${operator} `);
}
