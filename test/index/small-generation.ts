import { createExactVectorIndex } from '../../src/adapters/exact-vector-index.ts';
import { openSqliteDatabase } from '../../src/adapters/sqlite-database.ts';
import { buildGeneration } from '../../src/index/build-generation.ts';
import type { Embedder } from '../../src/index/embedder.ts';
import { createMemoryEmbeddingCache } from '../../src/index/embedding-cache.ts';
import type { Generation } from '../../src/index/generation.ts';
import { indexSchema } from '../../src/index/manifest.ts';
import { SqlParagraphStore } from '../../src/index/sql-paragraph-store.ts';
import { readVectors, vectorsToBytes } from '../../src/index/vector-bytes.ts';
import type { IndexedReport } from '../../src/index/write-paragraphs.ts';

/** A whole generation in memory, built and searched by what a server uses; without an embedder, keywords alone. */
export async function openSmallGeneration(
  reports: readonly IndexedReport[],
  embedder: Embedder | null = null,
): Promise<Generation> {
  const database = openSqliteDatabase(':memory:', 'building');
  const kept = { paragraphs: [] as Float32Array[], sentences: [] as Float32Array[] };
  const vectors = async (kind: keyof typeof kept) => ({
    append: async (added: readonly Float32Array[]) => void kept[kind].push(...added),
  });
  const embedding = embedder && { embedder, cache: createMemoryEmbeddingCache() };
  const { counts } = await buildGeneration({ reports, sink: { database, vectors }, embedding });
  const store = new SqlParagraphStore(database);
  const id = '20261122t060000000z-abcdef';
  return {
    id,
    manifest: {
      ...{ schema: indexSchema, generation: id, created: '2026-11-22T06:00:00.000Z', version: '1' },
      ...{ model: embedder?.model ?? null, counts, corpus: '0'.repeat(64), files: {} },
    },
    reports: await store.reports(),
    vocabulary: await store.vocabulary(),
    acronyms: await store.acronyms(),
    store,
    vectors: embedder && { paragraphs: indexOf(kept.paragraphs), sentences: indexOf(kept.sentences) },
    close: () => database.close(),
  };

  function indexOf(rows: Float32Array[]) {
    const dimensions = embedder?.model.dimensions ?? 1;
    const bytes = vectorsToBytes(rows, dimensions);
    return createExactVectorIndex({
      vectors: readVectors(bytes, { rows: rows.length, dimensions }),
      dimensions,
    });
  }
}
