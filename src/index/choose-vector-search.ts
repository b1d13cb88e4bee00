/**
 * Rows from which a graph is worth its building: below, comparing every row takes under 4 ms, finds everything and
 * costs nothing to build. docs/decisions/0003-vector-indexes.md has the figures.
 */
const graphFromRows = 20_000;

/** Which search an index of so many rows is built for. */
export function chooseVectorSearch(rows: number): 'exact' | 'graph' {
  return rows >= graphFromRows ? 'graph' : 'exact';
}
