import { AppError } from '../errors.ts';
import type { ParagraphStore } from './paragraph-store.ts';
import { stemsOf } from './stem-words.ts';
import type { VectorIndex } from './vector-index.ts';

const sampled = 24;
// Two paragraphs of the same words have the same vector, and a graph may name either first.
const leastSimilarity = 0.999;

/**
 * Looks a sample of rows up by their own vectors and their own words. Throws AppError `index_damaged` when one does not
 * find itself: what was built does not hold what was put in.
 */
export async function assertFindsItself(options: {
  store: ParagraphStore;
  paragraphs: number;
  /** Each index with the vectors that it was built from, one after the other. */
  vectors: readonly { index: VectorIndex; rows: Float32Array }[];
}): Promise<void> {
  for (const row of sample(options.paragraphs)) await findByWords(options.store, row);
  for (const { index, rows } of options.vectors) {
    for (const row of sample(index.size)) {
      const own = rows.subarray(row * index.dimensions, (row + 1) * index.dimensions);
      const [best] = await index.search(own, 1);
      const close = best !== undefined && (best.row === row || best.similarity >= leastSimilarity);
      if (!close) throw lost(`vector ${row}`);
    }
  }
}

async function findByWords(store: ParagraphStore, row: number): Promise<void> {
  const [paragraph] = await store.paragraphsAt([row]);
  if (!paragraph) throw lost(`paragraph ${row}`);
  const stems = stemsOf(paragraph.text).slice(0, 12);
  if (stems.length === 0) return;
  const hits = await store.keywordSearch({ stems, match: 'all', limit: 1, within: [[row, row + 1]] });
  if (hits[0]?.row !== row) throw lost(`paragraph ${paragraph.report} ${paragraph.id}`);
}

function sample(rows: number): number[] {
  const step = Math.max(1, Math.floor(rows / sampled));
  return Array.from({ length: Math.ceil(rows / step) }, (_, place) => place * step);
}

function lost(what: string): AppError {
  return new AppError(
    'index_damaged',
    `The index does not find ${what} by itself: it was not built whole. Index again.`,
  );
}
