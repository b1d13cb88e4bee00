import type { Generation } from '../index/generation.ts';
import type { StoredParagraph, StoredReport } from '../index/paragraph-store.ts';
import { rowsOfReports } from './scope.ts';

/** More than this many readings of a number are never offered, so no more are looked up. */
const readingLimit = 50;

/**
 * The paragraphs that carry a printed number in these reports, in corpus order. A report prints a number more than
 * once when its numbering starts again.
 */
export async function findNumbered(
  generation: Generation,
  scope: readonly StoredReport[],
  number: string,
): Promise<StoredParagraph[]> {
  if (scope.length === 0) return [];
  return generation.store.paragraphsNumbered(
    number,
    readingLimit,
    rowsOfReports(scope, generation.reports, 'rows'),
  );
}
