import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createExactVectorIndex } from '../../src/adapters/exact-vector-index.ts';
import { buildHnswFile, loadHnswLibrary, openHnswVectorIndex } from '../../src/adapters/hnsw-vector-index.ts';
import {
  clusteredVectors,
  contractDimensions,
  rankAll,
  rowOf,
  vectorIndexContract,
} from '../contracts/vector-index.contract.ts';

const library = await loadHnswLibrary();
if (!library) throw new Error('hnswlib-node is not built here; run npm rebuild hnswlib-node');
const folder = await mkdtemp(join(tmpdir(), 'pincite-hnsw-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
let files = 0;

async function build(vectors: Float32Array, dimensions = contractDimensions) {
  const file = join(folder, `${files++}.hnsw`);
  await buildHnswFile({ library: library as never, file, vectors, dimensions });
  return { library: library as never, file, exact: createExactVectorIndex({ vectors, dimensions }) };
}

vectorIndexContract({
  name: 'the HNSW graph',
  recall: 0.95,
  open: async (vectors, dimensions) => openHnswVectorIndex(await build(vectors, dimensions)),
});

vectorIndexContract({
  name: 'the HNSW graph with every filter left to it',
  recall: 0.95,
  open: async (vectors, dimensions) =>
    openHnswVectorIndex({ ...(await build(vectors, dimensions)), exactUpTo: 0 }),
});

describe('a graph file', () => {
  const vectors = clusteredVectors(900, 5);
  let built: Awaited<ReturnType<typeof build>>;
  beforeAll(async () => {
    built = await build(vectors);
  });

  /** A copy of the file, to be damaged. */
  async function copy(): Promise<string> {
    const file = join(folder, `${files++}.damaged`);
    await writeFile(file, await readFile(built.file));
    return file;
  }

  test('is the same for the same vectors', async () => {
    const again = await build(vectors);
    expect(await readFile(again.file)).toEqual(await readFile(built.file));
  });

  test('finds 98 of the 100 rows that comparing all finds, over many queries', async () => {
    const index = await openHnswVectorIndex(built);
    const queries = clusteredVectors(40, 99);
    let found = 0;
    for (let place = 0; place < 40; place++) {
      const query = rowOf(queries, place);
      const nearest = new Set(
        rankAll(vectors, query)
          .slice(0, 50)
          .map(({ row }) => row),
      );
      found += (await index.search(query, 50)).filter(({ row }) => nearest.has(row)).length;
    }
    expect(found / (40 * 50)).toBeGreaterThanOrEqual(0.98);
  });

  test('is refused when cut short anywhere', async () => {
    const { size } = await stat(built.file);
    for (const bytes of [0, 40, 96, size >> 1, size - 1]) {
      const file = await copy();
      await truncate(file, bytes);
      await expect(openHnswVectorIndex({ ...built, file })).rejects.toMatchObject({ code: 'index_damaged' });
    }
  });

  test('is refused when it is missing or something else', async () => {
    const file = join(folder, 'other');
    await expect(openHnswVectorIndex({ ...built, file })).rejects.toMatchObject({ code: 'index_damaged' });
    await writeFile(file, 'Not a graph. '.repeat(1_000));
    await expect(openHnswVectorIndex({ ...built, file })).rejects.toMatchObject({ code: 'index_damaged' });
  });

  test('is refused for vectors of other dimensions or another count', async () => {
    const shape = (rows: number, dimensions: number) =>
      createExactVectorIndex({ vectors: new Float32Array(rows * dimensions), dimensions });
    await expect(openHnswVectorIndex({ ...built, exact: shape(900, 12) })).rejects.toThrow(
      'vectors of 24 numbers instead of 12',
    );
    await expect(openHnswVectorIndex({ ...built, exact: shape(899, 24) })).rejects.toThrow(
      '900 rows instead of 899',
    );
  });

  test('stops being built on the signal, and lets other work run meanwhile', async () => {
    const stop = new AbortController();
    const many = clusteredVectors(6_000, 3);
    let ticks = 0;
    const timer = setInterval(() => ticks++, 5);
    setTimeout(() => stop.abort(), 120);
    const building = buildHnswFile({
      library: library as never,
      file: join(folder, 'stopped'),
      vectors: many,
      dimensions: contractDimensions,
      signal: stop.signal,
    });
    await expect(building).rejects.toMatchObject({ code: 'interrupted' });
    clearInterval(timer);
    expect(ticks).toBeGreaterThan(3);
  });
});
