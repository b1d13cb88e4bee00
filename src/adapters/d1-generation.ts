import { AppError } from '../errors.ts';
import type { Generation } from '../index/generation.ts';
import { type Manifest, manifestShape } from '../index/manifest.ts';
import type { SqlDatabase } from '../index/sql-database.ts';
import { SqlParagraphStore } from '../index/sql-paragraph-store.ts';
import { readVectors } from '../index/vector-bytes.ts';
import { createExactVectorIndex } from './exact-vector-index.ts';

/** Where a database that travels without files keeps its manifest: one row, as JSON. */
export const manifestTable = 'CREATE TABLE manifest (json TEXT NOT NULL)';

/** Reads a generation's vectors; null where there are none. */
export type VectorSource = (
  kind: 'paragraphs' | 'sentences',
  generation: string,
) => Promise<Uint8Array | null>;

/**
 * Opens the generation that a database holds. Without `vectors` it is searched by keywords alone. Throws AppError
 * `index_missing` for an empty database, `index_mismatch` for one of another schema and `index_damaged`.
 */
export async function openD1Generation(
  database: SqlDatabase,
  vectors: VectorSource | null,
): Promise<Generation> {
  const manifest = await readManifest(database);
  const store = new SqlParagraphStore(database);
  const [reports, vocabulary, acronyms] = await Promise.all([
    store.reports(),
    store.vocabulary(),
    store.acronyms(),
  ]);
  return {
    id: manifest.generation,
    manifest,
    reports,
    vocabulary,
    acronyms,
    store,
    vectors: vectors && (await openVectors(manifest, vectors)),
    close: () => database.close(),
  };
}

async function readManifest(database: SqlDatabase): Promise<Manifest> {
  const tables = await database.all("SELECT name FROM sqlite_master WHERE name = 'manifest'");
  const [row] = tables.length > 0 ? await database.all<{ json: string }>('SELECT json FROM manifest') : [];
  if (!row) throw new AppError('index_missing', 'The index database is empty. Load a generation into it.');
  const parsed = manifestShape.safeParse(JSON.parse(row.json));
  if (parsed.success) return parsed.data;
  throw new AppError('index_mismatch', 'The index database is of another schema. Build and load it again.');
}

async function openVectors(manifest: Manifest, source: VectorSource): Promise<Generation['vectors']> {
  const { model, counts, generation } = manifest;
  if (!model) return null;
  const open = async (kind: 'paragraphs' | 'sentences') => {
    const bytes = await source(kind, generation);
    if (!bytes)
      throw new AppError('index_damaged', `The vectors of ${generation} are missing. Load them again.`);
    const shape = { rows: counts[kind], dimensions: model.dimensions };
    return createExactVectorIndex({ vectors: readVectors(bytes, shape), dimensions: model.dimensions });
  };
  const [paragraphs, sentences] = await Promise.all([open('paragraphs'), open('sentences')]);
  return { paragraphs, sentences };
}
