import { env } from 'cloudflare:workers';
import { createD1Database } from '../../src/adapters/d1-database.ts';
import { manifestTable } from '../../src/adapters/d1-generation.ts';
import { buildGeneration } from '../../src/index/build-generation.ts';
import type { Embedder } from '../../src/index/embedder.ts';
import { createMemoryEmbeddingCache } from '../../src/index/embedding-cache.ts';
import { indexSchema, type Manifest } from '../../src/index/manifest.ts';
import { vectorsToBytes } from '../../src/index/vector-bytes.ts';
import type { IndexedReport } from '../../src/index/write-paragraphs.ts';

const generation = '20261122t060000000z-abcdef';

/** Builds a generation from reports and puts it where the Worker looks: D1 for the words, R2 for the vectors. */
export async function loadGeneration(reports: IndexedReport[], embedder: Embedder | null): Promise<void> {
  const database = createD1Database(env.INDEX);
  const vectors = { paragraphs: [] as Float32Array[], sentences: [] as Float32Array[] };
  const { counts } = await buildGeneration({
    reports,
    embedding: embedder && { embedder, cache: createMemoryEmbeddingCache() },
    sink: {
      database,
      vectors: async (kind) => ({ append: async (rows) => void vectors[kind].push(...rows) }),
    },
  });
  if (embedder) {
    const { dimensions } = embedder.model;
    await env.VECTORS.put(
      `${generation}/paragraph-vectors.f32`,
      vectorsToBytes(vectors.paragraphs, dimensions),
    );
    await env.VECTORS.put(
      `${generation}/sentence-vectors.f32`,
      vectorsToBytes(vectors.sentences, dimensions),
    );
  }
  const manifest: Manifest = {
    ...{ schema: indexSchema, generation, created: '2026-11-22T06:00:00.000Z', version: '0.1.0' },
    ...{ model: embedder?.model ?? null, counts, corpus: '0'.repeat(64), files: {} },
  };
  await database.batch([
    { sql: manifestTable },
    { sql: 'INSERT INTO manifest VALUES (?)', parameters: [JSON.stringify(manifest)] },
  ]);
}
