import { basename, join } from 'node:path';
import { AppError } from '../errors.ts';
import type { EmbeddingModel } from '../index/embedder.ts';
import type { Generation } from '../index/generation.ts';
import type { Manifest } from '../index/manifest.ts';
import { SqlParagraphStore } from '../index/sql-paragraph-store.ts';
import { readVectors } from '../index/vector-bytes.ts';
import type { VectorIndex } from '../index/vector-index.ts';
import { createExactVectorIndex } from './exact-vector-index.ts';
import { checkFile, damagedFile, neededFiles, readManifest } from './generation-files.ts';
import { generationFiles, generationFolder, listGenerations, readCurrent } from './generation-folder.ts';
import { loadHnswLibrary, openHnswVectorIndex } from './hnsw-vector-index.ts';
import type { IndexCoordination } from './index-coordination.ts';
import { openSqliteDatabase } from './sqlite-database.ts';

type VectorKind = keyof typeof generationFiles.vectors;

/**
 * Verifies a generation (manifest, sizes, SHA-256 of every file) and opens it. Throws AppError `index_damaged` or
 * `index_mismatch`.
 */
export async function openGeneration(folder: string): Promise<Generation> {
  const manifest = await readManifest(folder);
  const missing = neededFiles(manifest).find((file) => !manifest.files[file]);
  if (missing) throw damagedFile(folder, missing, 'is not in the manifest');
  const matrices = new Map<string, Uint8Array>();
  for (const entry of Object.entries(manifest.files)) {
    const isMatrix = Object.values<string>(generationFiles.vectors).includes(entry[0]);
    const bytes = isMatrix ? allocate(folder, entry) : undefined;
    await checkFile(folder, entry, bytes);
    if (bytes) matrices.set(entry[0], bytes);
  }
  return openChecked(folder, manifest, matrices);
}

/** A size that the memory cannot hold is a damaged manifest's, not this machine's fault. */
function allocate(folder: string, [file, { bytes }]: [string, { bytes: number }]): Uint8Array {
  try {
    return new Uint8Array(bytes);
  } catch (cause) {
    throw damagedFile(folder, file, `is too large for the memory (${bytes} bytes)`, cause);
  }
}

async function openChecked(
  folder: string,
  manifest: Manifest,
  matrices: ReadonlyMap<string, Uint8Array>,
): Promise<Generation> {
  const database = openSqliteDatabase(join(folder, generationFiles.paragraphs), 'immutable');
  try {
    const store = new SqlParagraphStore(database);
    const [reports, vocabulary, acronyms] = await Promise.all([
      store.reports(),
      store.vocabulary(),
      store.acronyms(),
    ]);
    const vectors = manifest.model ? await openVectors(folder, manifest, matrices) : null;
    return {
      id: basename(folder),
      manifest,
      reports,
      vocabulary,
      acronyms,
      store,
      vectors,
      async close() {
        await Promise.all([database.close(), vectors?.paragraphs.close(), vectors?.sentences.close()]);
      },
    };
  } catch (cause) {
    await database.close();
    if (cause instanceof AppError) throw cause;
    throw damagedFile(folder, generationFiles.paragraphs, 'cannot be opened', cause);
  }
}

async function openVectors(
  folder: string,
  manifest: Manifest,
  matrices: ReadonlyMap<string, Uint8Array>,
): Promise<NonNullable<Generation['vectors']>> {
  const open = (kind: VectorKind) => {
    const bytes = matrices.get(generationFiles.vectors[kind]) ?? new Uint8Array();
    const shape = { rows: manifest.counts[kind], dimensions: manifest.model?.dimensions ?? 1 };
    const graph = manifest.files[generationFiles.graphs[kind]]
      ? join(folder, generationFiles.graphs[kind])
      : null;
    return openVectorIndex({ vectors: readVectors(bytes, shape), dimensions: shape.dimensions, graph });
  };
  return { paragraphs: await open('paragraphs'), sentences: await open('sentences') };
}

/** Opens vectors with their graph where there is one and this machine has the library for it, else exact search. */
export async function openVectorIndex(options: {
  vectors: Float32Array;
  dimensions: number;
  graph: string | null;
}): Promise<VectorIndex> {
  const exact = createExactVectorIndex(options);
  const library = options.graph ? await loadHnswLibrary() : null;
  return library && options.graph ? openHnswVectorIndex({ library, file: options.graph, exact }) : exact;
}

/** Throws AppError `index_mismatch` when a generation's vectors are another model's than those of the questions. */
function assertModelFits(manifest: Manifest, model: EmbeddingModel | null): void {
  if (!manifest.model || !model || manifest.model.sha256 === model.sha256) return;
  throw new AppError(
    'index_mismatch',
    `The index ${manifest.generation} was built with the model ${manifest.model.name}, this process runs ${model.name}. Run: pincite index`,
  );
}

export interface OpenOptions {
  /** The model that embeds the questions; null searches by keywords alone. */
  model: EmbeddingModel | null;
  /** Keeps the generation from being removed until it is closed; null where the index folder cannot be written. */
  coordination: IndexCoordination | null;
  onNotice?: (notice: string) => void;
}

/**
 * Opens the generation in use; when it is damaged or of another model or schema, the newest other good one, with a
 * notice. Throws AppError `index_missing` where there is none at all, else the first problem found.
 */
export async function openCurrent(
  indexDir: string,
  options: OpenOptions & { except?: string },
): Promise<Generation> {
  const current = await readCurrent(indexDir);
  const others = (await listGenerations(indexDir)).filter((id) => id !== current?.id);
  const candidates = [...(current ? [current.id] : []), ...others].filter((id) => id !== options.except);
  let first: unknown;
  for (const id of candidates) {
    try {
      const generation = await openFitting(indexDir, id, options);
      const problem = first instanceof Error ? first.message : null;
      if (problem) options.onNotice?.(`${problem} Until then ${id} answers.`);
      return generation;
    } catch (error) {
      first ??= error;
    }
  }
  throw first ?? new AppError('index_missing', `There is no index in ${indexDir}. Run: pincite index`);
}

/**
 * Opens one generation of an index, verified, and holds it until it is closed. Throws AppError `index_missing` when it
 * is being removed, `index_mismatch` when it is another model's, `index_damaged`.
 */
export async function openFitting(indexDir: string, id: string, options: OpenOptions): Promise<Generation> {
  const folder = generationFolder(indexDir, id);
  const release = await holdIfPossible(id, options.coordination);
  try {
    assertModelFits(await readManifest(folder), options.model);
    const generation = await openGeneration(folder);
    return {
      ...generation,
      async close() {
        await generation.close();
        await release();
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}

/** Holding is written down on the disk, and a full disk must not keep anyone from reading. */
async function holdIfPossible(
  id: string,
  coordination: IndexCoordination | null,
): Promise<() => Promise<void>> {
  if (!coordination) return async () => undefined;
  const release = await coordination.hold(id).catch(() => async () => undefined);
  if (release) return release;
  throw new AppError('index_missing', `The index ${id} is being removed.`);
}
