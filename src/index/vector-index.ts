/** A row of an index and its cosine similarity to the query, −1 to 1. */
export interface VectorHit {
  row: number;
  similarity: number;
}

/** Half-open spans of rows, ascending and disjoint: a report's paragraphs are neighbours in the index. */
export type RowRanges = readonly (readonly [from: number, to: number])[];

/** Finds the rows whose unit-length vectors lie nearest to a query vector. */
export interface VectorIndex {
  readonly size: number;
  readonly dimensions: number;
  /** Nearest first, at most `limit`, only rows inside `within` where given. Throws on a non-finite or short query. */
  search(query: Float32Array, limit: number, within?: RowRanges): Promise<VectorHit[]>;
  /** The similarity of each of the given rows to the query, in the order of `rows`. */
  similarities(query: Float32Array, rows: readonly number[]): Promise<number[]>;
  close(): Promise<void>;
}
