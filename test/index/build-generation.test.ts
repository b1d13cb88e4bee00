import { expect, it } from 'vitest';
import { buildGeneration, type IndexProgress } from '../../src/index/build-generation.ts';
import { createMemoryEmbeddingCache } from '../../src/index/embedding-cache.ts';
import type { SqlDatabase } from '../../src/index/sql-database.ts';
import { fakeEmbedder, sampleReport } from './sample-reports.ts';

const database: SqlDatabase = {
  all: async () => [],
  run: async () => 0,
  batch: async () => undefined,
  close: async () => undefined,
};

function memorySink() {
  const kept = { paragraphs: [] as Float32Array[], sentences: [] as Float32Array[] };
  const vectors = async (kind: keyof typeof kept) => ({
    append: async (added: readonly Float32Array[]) => void kept[kind].push(...added),
  });
  return { kept, sink: { database, vectors } };
}

it('embeds each text once, paragraphs with their context, in the order of rows', async () => {
  const embedder = fakeEmbedder();
  const { kept, sink } = memorySink();
  const reports = [sampleReport('Ambridge', ['A visit.', 'A plan.', 'A visit.'])];
  const cache = createMemoryEmbeddingCache();
  const result = await buildGeneration({ reports, sink, embedding: { embedder, cache } });
  expect(result).toEqual({ counts: { reports: 1, paragraphs: 3, sentences: 3 }, embedded: 4, reused: 2 });
  expect(kept.paragraphs[2]).toEqual(kept.paragraphs[0]);
  const [vector] = await embedder.embedPassages(['Ambridge, 2021. Findings. A plan.']);
  expect(kept.paragraphs[1]).toEqual(vector);
});

it('embeds only what changed', async () => {
  const cache = createMemoryEmbeddingCache();
  const build = async (texts: string[]) => {
    const embedding = { embedder: fakeEmbedder(), cache };
    return buildGeneration({
      reports: [sampleReport('Ambridge', texts)],
      sink: memorySink().sink,
      embedding,
    });
  };
  await build(['One.', 'Two.', 'Three.']);
  expect(await build(['One.', 'Two, changed.', 'Three.'])).toMatchObject({ embedded: 2, reused: 4 });
});

it('tells how far each stage has come', async () => {
  const seen: IndexProgress[] = [];
  const embedding = { embedder: fakeEmbedder(), cache: createMemoryEmbeddingCache() };
  const reports = [sampleReport('Ambridge', ['One.', 'Two.'])];
  await buildGeneration({
    reports,
    sink: memorySink().sink,
    embedding,
    onProgress: (step) => seen.push(step),
  });
  expect(seen.at(-1)).toEqual({ stage: 'embedding', done: 4, total: 4 });
});

it('stops when it is told to', async () => {
  const stop = new AbortController();
  const embedding = {
    embedder: fakeEmbedder({ beforeBatch: () => stop.abort() }),
    cache: createMemoryEmbeddingCache(),
  };
  const reports = [sampleReport('Ambridge', ['One.', 'Two.'])];
  const building = buildGeneration({ reports, sink: memorySink().sink, embedding, signal: stop.signal });
  await expect(building).rejects.toThrow(/abort/i);
});

it('refuses vectors that are not finite or not of the model’s dimensions', async () => {
  for (const broken of [new Float32Array(16).fill(Number.NaN), new Float32Array(3)]) {
    const embedder = {
      ...fakeEmbedder(),
      embedPassages: async (texts: readonly string[]) => texts.map(() => broken),
    };
    const embedding = { embedder, cache: createMemoryEmbeddingCache() };
    const reports = [sampleReport('Ambridge', ['One.'])];
    const building = buildGeneration({ reports, sink: memorySink().sink, embedding });
    await expect(building).rejects.toMatchObject({ code: 'embedding_failed' });
  }
});
