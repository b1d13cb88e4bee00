import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { BuildOptions } from '../index/build-generation.ts';
import { chooseVectorSearch } from '../index/choose-vector-search.ts';
import type { Manifest } from '../index/manifest.ts';
import { assertFindsItself } from '../index/self-query.ts';
import type { SqlDatabase } from '../index/sql-database.ts';
import { SqlParagraphStore } from '../index/sql-paragraph-store.ts';
import { readVectors } from '../index/vector-bytes.ts';
import type { VectorIndex } from '../index/vector-index.ts';
import { hashFile, syncFile } from './durable-files.ts';
import { damagedFile } from './generation-files.ts';
import { generationFiles } from './generation-folder.ts';
import { openVectorIndex } from './generation-reader.ts';
import { buildHnswFile, loadHnswLibrary } from './hnsw-vector-index.ts';
import { openSqliteDatabase } from './sqlite-database.ts';

/** What was meant to be written, and who wants to know how far checking it has come. */
type Intended = Pick<Manifest, 'counts' | 'model'> & Pick<BuildOptions, 'signal' | 'onProgress'>;

/** Vectors read back from their file, the index over them, and the names of the files behind it. */
interface OpenedVectors {
  index: VectorIndex;
  rows: Float32Array;
  files: string[];
}

/**
 * Opens what was written as a reader would and lets it find itself; gives the sizes and hashes of files found good. The
 * hash of a badly written file would only bless it, so it is taken last. Throws AppError `index_damaged`.
 */
export async function verifyWritten(folder: string, intended: Intended): Promise<Manifest['files']> {
  await syncFile(join(folder, generationFiles.paragraphs));
  const database = openSqliteDatabase(join(folder, generationFiles.paragraphs), 'immutable');
  try {
    await checkDatabase(folder, database);
    const vectors: OpenedVectors[] = [];
    for (const kind of intended.model ? (['paragraphs', 'sentences'] as const) : []) {
      vectors.push(await openWritten(folder, kind, intended));
    }
    const { paragraphs } = intended.counts;
    await assertFindsItself({ store: new SqlParagraphStore(database), paragraphs, vectors });
    return hashAll(folder, [generationFiles.paragraphs, ...vectors.flatMap(({ files }) => files)]);
  } finally {
    await database.close();
  }
}

async function checkDatabase(folder: string, database: SqlDatabase): Promise<void> {
  const [check] = await database.all<{ quick_check: string }>('PRAGMA quick_check(1)');
  const [pages] = await database.all<{ bytes: number }>(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size',
  );
  const { size } = await stat(join(folder, generationFiles.paragraphs));
  if (check?.quick_check === 'ok' && pages?.bytes === size) return;
  throw damagedFile(folder, generationFiles.paragraphs, 'was not written whole');
}

/** Reads a vector file back, builds a graph where one pays, and opens both. */
async function openWritten(
  folder: string,
  kind: 'paragraphs' | 'sentences',
  { counts, model, signal, onProgress }: Intended,
): Promise<OpenedVectors> {
  const file = generationFiles.vectors[kind];
  const dimensions = model?.dimensions ?? 1;
  await syncFile(join(folder, file));
  const rows = readVectors(await readWhole(join(folder, file)), { rows: counts[kind], dimensions });
  const library = chooseVectorSearch(counts[kind]) === 'graph' ? await loadHnswLibrary() : null;
  if (!library)
    return { index: await openVectorIndex({ vectors: rows, dimensions, graph: null }), rows, files: [file] };
  const graph = join(folder, generationFiles.graphs[kind]);
  const report = (done: number) => onProgress?.({ stage: 'verifying', done, total: counts[kind] });
  await buildHnswFile({
    library,
    file: graph,
    vectors: rows,
    dimensions,
    onProgress: report,
    ...(signal ? { signal } : {}),
  });
  const index = await openVectorIndex({ vectors: rows, dimensions, graph });
  return { index, rows, files: [file, generationFiles.graphs[kind]] };
}

async function readWhole(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  const bytes = new Uint8Array(size);
  await hashFile(file, bytes);
  return bytes;
}

async function hashAll(folder: string, names: readonly string[]): Promise<Manifest['files']> {
  const files: Manifest['files'] = {};
  for (const name of names) {
    const { size } = await stat(join(folder, name));
    files[name] = { bytes: size, sha256: await hashFile(join(folder, name)) };
  }
  return files;
}
