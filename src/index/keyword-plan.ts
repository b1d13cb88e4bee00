/** What is asked of the keyword table: a MATCH expression, and how much work its rows may make. */
export interface KeywordAttempt {
  match: string;
  /** Rows to weigh at most, in row order; infinite where the words are rare enough to weigh all. */
  rows: number;
  /** False for words so common that even counting them takes too long: their rows come in order, unweighed. */
  weighed: boolean;
}

/**
 * Rows that one keyword query may weigh: each costs about 0.4 µs, so this keeps a query of any length at some 5 ms
 * (docs/decisions/0005-keyword-search.md).
 */
const postingBudget = 12_000;

// Weighing counts every row of every word first, at a sixteenth of the cost of weighing it.
const countedPerWeighed = 8;

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
  if (taken.length > 0) {
    return [{ match: join(taken, 'OR'), rows: Number.POSITIVE_INFINITY, weighed: true }];
  }
  const sizes = new Set([5, 3, 2, 1].map((size) => Math.min(size, byRarity.length)));
  return [...sizes]
    .filter((size) => size > 0)
    .flatMap((size) => planAll(new Map(byRarity.slice(0, size)), budget));
}

/** Plans a search for all of the stems. */
export function planAll(postings: ReadonlyMap<string, number>, budget = postingBudget): KeywordAttempt[] {
  const counted = [...postings.values()].reduce((sum, count) => sum + count, 0);
  const weighed = counted <= countedPerWeighed * budget;
  return [{ match: join([...postings.keys()], 'AND'), rows: budget, weighed }];
}

// Quoted, a stem is a string to FTS5 and never an operator; a stem holds no quotation marks.
function join(stems: readonly string[], operator: 'AND' | 'OR'): string {
  return stems.map((stem) => `"${stem}"`).join(` ${operator} `);
}
