import { AppError } from '../errors.ts';
import type { Embedder } from './embedder.ts';
import type { EmbeddingCache } from './embedding-cache.ts';

/** Takes the vectors of one kind in the order of their rows. */
export interface VectorWriter {
  append(vectors: readonly Float32Array[]): Promise<void>;
}

export interface EmbeddingTally {
  embedded: number;
  reused: number;
}

// Texts a round: what a killed run loses at most (some seconds), and enough that the threads of an embedder rarely wait
// for the last of them.
const round = 256;

/**
 * Hands the vector of each text to the writer, in order; embeds only texts that the cache lacks, each once. Throws
 * AppError `embedding_failed` when the model gives something other than finite vectors of its dimensions.
 */
export async function embedTexts(options: {
  texts: readonly string[];
  embedder: Embedder;
  cache: EmbeddingCache;
  writer: VectorWriter;
  signal: AbortSignal | undefined;
  onProgress: (done: number) => void;
}): Promise<EmbeddingTally> {
  const { texts, embedder, cache, writer, signal, onProgress } = options;
  const tally = { embedded: 0, reused: 0 };
  for (let start = 0; start < texts.length; start += round) {
    signal?.throwIfAborted();
    const batch = texts.slice(start, start + round);
    const known = await cache.find(embedder.model, batch);
    const missing = [...new Set(batch.filter((_, place) => !known[place]))];
    const made = await embedMissing({
      missing,
      embedder,
      signal,
      onProgress: (done) => onProgress(start + done),
    });
    await cache.save(embedder.model, missing, made);
    const madeByText = new Map(missing.map((text, place) => [text, made[place]]));
    await writer.append(batch.map((text, place) => known[place] ?? present(madeByText.get(text))));
    tally.embedded += missing.length;
    tally.reused += batch.length - missing.length;
    onProgress(start + batch.length);
  }
  return tally;
}

async function embedMissing(options: {
  missing: readonly string[];
  embedder: Embedder;
  signal: AbortSignal | undefined;
  onProgress: (done: number) => void;
}): Promise<Float32Array[]> {
  const { missing, embedder, signal, onProgress } = options;
  if (missing.length === 0) return [];
  const vectors = await embedder.embedPassages(missing, { onProgress, ...(signal ? { signal } : {}) });
  const { name, dimensions } = embedder.model;
  const good = vectors.length === missing.length && vectors.every((vector) => isUsable(vector, dimensions));
  if (good) return vectors;
  throw new AppError(
    'embedding_failed',
    `The model ${name} was given ${missing.length} texts and did not give as many finite vectors of ${dimensions} numbers. Nothing of it was kept; check the model and index again.`,
  );
}

function isUsable(vector: Float32Array, dimensions: number): boolean {
  return vector.length === dimensions && vector.every(Number.isFinite);
}

function present(vector: Float32Array | undefined): Float32Array {
  if (!vector) throw new AppError('internal', 'A text that was embedded has no vector.');
  return vector;
}
