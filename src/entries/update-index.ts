import { setTimeout as wait } from 'node:timers/promises';
import { removeOldGenerations, removeUnfinished, verifyGeneration } from '../adapters/generation-cleanup.ts';
import { readManifest } from '../adapters/generation-files.ts';
import { generationFolder, pointCurrentTo, readCurrent } from '../adapters/generation-folder.ts';
import { type WrittenGeneration, writeGeneration } from '../adapters/generation-writer.ts';
import { IndexCoordination, type IndexLock } from '../adapters/index-coordination.ts';
import { openEmbeddingCache } from '../adapters/sqlite-embedding-cache.ts';
import { AppError } from '../errors.ts';
import type { IndexProgress } from '../index/build-generation.ts';
import type { Embedder } from '../index/embedder.ts';
import type { Manifest } from '../index/manifest.ts';
import type { IndexedReport } from '../index/write-paragraphs.ts';

const lockPollMs = 1_000;

/** What is to be indexed. */
export interface CorpusToIndex {
  /** SHA-256 over all that the index is made of: the same hash, the same index. */
  sha256: string;
  reports(): AsyncIterable<IndexedReport> | Iterable<IndexedReport>;
  /** Does what has to happen together with putting the index in use, and puts it in use. */
  install?(putInUse: () => Promise<void>): Promise<void>;
}

export interface UpdateOptions {
  indexDir: string;
  /** Null indexes for keyword search alone; a later run with an embedder adds the vectors. */
  embedder: Embedder | null;
  /** Pincite's own version: another one indexes again, since it may read reports otherwise. */
  version: string;
  onProgress?: ((progress: IndexProgress) => void) | undefined;
  onNotice?: ((notice: string) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** Builds even if nothing changed. */
  force?: boolean | undefined;
  /** Waits while another process changes the index, instead of giving up with `index_busy`. */
  patient?: boolean | undefined;
}

export interface UpdateResult {
  generation: string;
  /** False when the index was up to date already. */
  changed: boolean;
  counts: Manifest['counts'];
  /** Texts that the model embedded, and texts whose vectors were there already. */
  embedded: number;
  reused: number;
  milliseconds: number;
}

/**
 * Brings an index up to date and makes it the one in use; what was in use before stays beside it. A corpus given as a
 * function is read once nobody else can change it. Throws AppError
 * `index_busy`, `disk_full`, `interrupted`, `embedding_failed`, `corpus_invalid`; the index in use is untouched then.
 */
export async function updateIndex(
  corpus: CorpusToIndex | (() => Promise<CorpusToIndex>),
  options: UpdateOptions,
): Promise<UpdateResult> {
  const begun = performance.now();
  const coordination = await IndexCoordination.open(options.indexDir);
  try {
    const lock = await takeLock(coordination, options);
    const locked = async () => {
      const known = typeof corpus === 'function' ? await corpus() : corpus;
      return update(known, { ...options, coordination, lock });
    };
    const result = await locked().finally(() => lock.release());
    return { ...result, milliseconds: Math.round(performance.now() - begun) };
  } finally {
    await coordination.close();
  }
}

/** A holder that died is found out by the lock itself: waiting ends. */
async function takeLock(
  coordination: IndexCoordination,
  { patient = false, signal, onNotice }: UpdateOptions,
): Promise<IndexLock> {
  let told = false;
  for (;;) {
    try {
      return await coordination.lock();
    } catch (error) {
      if (!patient || !(error instanceof AppError) || error.code !== 'index_busy') throw error;
      if (!told) onNotice?.('Another process is changing the index; this change waits for it.');
      told = true;
      await wait(lockPollMs, undefined, signal ? { signal } : {}).catch((cause) => {
        throw new AppError('interrupted', 'Stopped while another process was changing the index.', { cause });
      });
    }
  }
}

type Locked = UpdateOptions & { coordination: IndexCoordination; lock: IndexLock };

async function update(corpus: CorpusToIndex, options: Locked): Promise<Omit<UpdateResult, 'milliseconds'>> {
  const { indexDir, coordination, lock } = options;
  await removeUnfinished(indexDir, coordination);
  const unchanged = options.force ? null : await findUnchanged(corpus, options);
  if (unchanged) {
    await corpus.install?.(async () => undefined);
    const { generation, counts } = unchanged;
    return { generation, counts, changed: false, embedded: 0, reused: 0 };
  }
  const written = await build(corpus, options);
  await lock.assertHeld();
  const putInUse = () => pointCurrentTo(indexDir, written.id);
  await (corpus.install ? corpus.install(putInUse) : putInUse());
  await removeOldGenerations(indexDir, written.id, coordination).catch((error: unknown) =>
    options.onNotice?.(`Old indexes could not be removed: ${String(error)}`),
  );
  const { id, ...rest } = written;
  return { generation: id, changed: true, ...rest };
}

/** The generation in use if it is whole and was made of the same corpus, by the same model and version. */
async function findUnchanged(
  corpus: CorpusToIndex,
  { indexDir, embedder, version }: UpdateOptions,
): Promise<Manifest | null> {
  const current = await readCurrent(indexDir);
  if (!current) return null;
  try {
    const folder = generationFolder(indexDir, current.id);
    const manifest = await readManifest(folder);
    // Without an embedder, vectors that are there do no harm, and the next run with one would make them again.
    const sameModel = !embedder || manifest.model?.sha256 === embedder.model.sha256;
    if (manifest.corpus !== corpus.sha256 || manifest.version !== version || !sameModel) return null;
    await verifyGeneration(folder);
    return manifest;
  } catch {
    // Whatever is wrong with it, building it anew is the remedy.
    return null;
  }
}

async function build(corpus: CorpusToIndex, options: Locked): Promise<WrittenGeneration> {
  const { indexDir, embedder, version, onProgress, onNotice, lock } = options;
  const signal = options.signal ? AbortSignal.any([options.signal, lock.signal]) : lock.signal;
  const cache = embedder ? await openEmbeddingCache(indexDir, (notice) => onNotice?.(notice)) : null;
  try {
    const written = await writeGeneration({
      indexDir,
      version,
      corpus: corpus.sha256,
      reports: corpus.reports(),
      embedding: embedder && cache ? { embedder, cache } : null,
      signal,
      ...(onProgress ? { onProgress } : {}),
    });
    await cache?.prune();
    return written;
  } catch (error) {
    if (signal.aborted && !(error instanceof AppError)) throw interrupted(lock.signal, error);
    throw error;
  } finally {
    await cache?.close();
  }
}

function interrupted(lost: AbortSignal, cause: unknown): unknown {
  if (lost.aborted) return lost.reason;
  const message =
    'Indexing was stopped; the index in use is as it was. What was embedded is kept for the next run.';
  return new AppError('interrupted', message, { cause });
}
