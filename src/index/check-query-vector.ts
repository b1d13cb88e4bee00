import { AppError } from '../errors.ts';

/**
 * Refuses what no index can answer: throws AppError `index_mismatch` for a query of another length and
 * `embedding_failed` for one that is not finite (an approximate index would answer it with arbitrary rows).
 */
export function checkQueryVector(query: Float32Array, dimensions: number): void {
  if (query.length !== dimensions) {
    throw new AppError(
      'index_mismatch',
      `The index holds vectors of ${dimensions} numbers, the question's vector has ${query.length}. Index again with the model that answers.`,
    );
  }
  if (!query.every(Number.isFinite)) {
    throw new AppError('embedding_failed', "The question's vector holds values that are not finite numbers.");
  }
}
