import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, buildGeneration } from '../index/build-generation.ts';
import type { VectorWriter } from '../index/embed-texts.ts';
import { indexSchema, type Manifest } from '../index/manifest.ts';
import { vectorsToBytes } from '../index/vector-bytes.ts';
import { asDiskFull } from './disk-full.ts';
import { syncFolder, writeNewFile } from './durable-files.ts';
import { sealOf } from './generation-files.ts';
import {
  generationFiles,
  generationFolder,
  generationsFolder,
  newGenerationId,
  unfinishedPrefixes,
} from './generation-folder.ts';
import { openSqliteDatabase } from './sqlite-database.ts';
import { verifyWritten } from './verify-written-generation.ts';

type WriteOptions = Omit<BuildOptions, 'sink'> & {
  indexDir: string;
  /** SHA-256 of the corpus. */
  corpus: string;
  /** Pincite's own version. */
  version: string;
};

export interface WrittenGeneration {
  id: string;
  counts: Manifest['counts'];
  embedded: number;
  reused: number;
}

/**
 * Builds a generation in a folder of another name, checks sizes, opens everything again, lets it find itself, writes
 * down hashes and sizes, and only then gives the folder its name. It is not in use until `CURRENT` points to it.
 * Throws AppError `disk_full`; whatever happens, nothing that was there before is touched.
 */
export async function writeGeneration(options: WriteOptions): Promise<WrittenGeneration> {
  const created = new Date();
  const id = newGenerationId(options.corpus, created);
  const folder = join(generationsFolder(options.indexDir), `${unfinishedPrefixes.building}${id}`);
  try {
    await mkdir(folder, { recursive: true });
    const built = await fill(folder, options);
    const model = options.embedding?.embedder.model ?? null;
    options.onProgress?.({ stage: 'verifying', done: 0, total: 1 });
    const files = await verifyWritten(folder, { ...options, counts: built.counts, model });
    await writeManifest(folder, {
      schema: indexSchema,
      generation: id,
      created: created.toISOString(),
      version: options.version,
      model,
      counts: built.counts,
      corpus: options.corpus,
      files,
    });
    await syncFolder(folder);
    await rename(folder, generationFolder(options.indexDir, id));
    await syncFolder(generationsFolder(options.indexDir));
    options.onProgress?.({ stage: 'verifying', done: 1, total: 1 });
    return { id, ...built };
  } catch (error) {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    throw asDiskFull(error, options.indexDir);
  }
}

async function fill(folder: string, options: WriteOptions): Promise<Omit<WrittenGeneration, 'id'>> {
  const handles: FileHandle[] = [];
  const database = openSqliteDatabase(join(folder, generationFiles.paragraphs), 'building');
  try {
    const vectors = async (kind: keyof typeof generationFiles.vectors, dimensions: number) => {
      const handle = await open(join(folder, generationFiles.vectors[kind]), 'wx');
      handles.push(handle);
      return createFileWriter(handle, dimensions);
    };
    return await buildGeneration({ ...options, sink: { database, vectors } });
  } finally {
    await database.close();
    for (const handle of handles) await handle.close();
  }
}

function createFileWriter(handle: FileHandle, dimensions: number): VectorWriter {
  return { append: (vectors) => handle.appendFile(vectorsToBytes(vectors, dimensions)) };
}

async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeNewFile(join(folder, generationFiles.manifest), text);
  await writeNewFile(join(folder, generationFiles.seal), sealOf(text));
}
