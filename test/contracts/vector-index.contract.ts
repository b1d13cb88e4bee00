import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RowRanges, VectorIndex } from '../../src/index/vector-index.ts';

/** An adapter to be held against the contract. */
export interface VectorIndexAdapter {
  name: string;
  open(vectors: Float32Array, dimensions: number): Promise<VectorIndex>;
  /** Share of the truly nearest rows that a search must find: 1 for exact search. */
  recall: number;
}

export const contractDimensions = 24;

/** Unit vectors around a few centres, as texts on a few topics are; the same for the same seed. */
export function clusteredVectors(rows: number, seed: number): Float32Array {
  const next = random(seed);
  const centres = Array.from({ length: 8 }, () =>
    Array.from({ length: contractDimensions }, () => next() - 0.5),
  );
  const matrix = new Float32Array(rows * contractDimensions);
  for (let row = 0; row < rows; row++) {
    const centre = centres[Math.floor(next() * centres.length)] as number[];
    const vector = centre.map((value) => value + 0.3 * (next() - 0.5));
    const length = Math.hypot(...vector);
    matrix.set(
      vector.map((value) => value / length),
      row * contractDimensions,
    );
  }
  return matrix;
}

export function rowOf(vectors: Float32Array, row: number): Float32Array {
  return vectors.subarray(row * contractDimensions, (row + 1) * contractDimensions);
}

/** Every row with its similarity, nearest first: the plain definition that adapters are compared with. */
export function rankAll(vectors: Float32Array, query: Float32Array, within?: RowRanges) {
  const rows = vectors.length / contractDimensions;
  const similarity = (row: number) =>
    rowOf(vectors, row).reduce((sum, value, place) => sum + value * (query[place] as number), 0);
  return Array.from({ length: rows }, (_, row) => ({ row, similarity: similarity(row) }))
    .filter(({ row }) => !within || within.some(([from, to]) => row >= from && row < to))
    .sort((a, b) => b.similarity - a.similarity || a.row - b.row);
}

export function vectorIndexContract(adapter: VectorIndexAdapter): void {
  describe(`${adapter.name} as a vector index`, () => {
    const vectors = clusteredVectors(1_203, 7);
    const query = rowOf(clusteredVectors(5, 11), 3);
    let index: VectorIndex;
    beforeAll(async () => {
      index = await adapter.open(vectors, contractDimensions);
    });
    afterAll(() => index.close());

    async function recallAt(limit: number, within?: RowRanges): Promise<number> {
      const expected = new Set(
        rankAll(vectors, query, within)
          .slice(0, limit)
          .map(({ row }) => row),
      );
      const found = await index.search(query, limit, within);
      return found.filter(({ row }) => expected.has(row)).length / expected.size;
    }

    test('knows its size and dimensions', () => {
      expect([index.size, index.dimensions]).toEqual([1_203, contractDimensions]);
    });

    test('finds the nearest rows, nearest first, with their similarities', async () => {
      const found = await index.search(query, 20);
      expect(found).toHaveLength(20);
      expect(await recallAt(20)).toBeGreaterThanOrEqual(adapter.recall);
      expect(found).toEqual([...found].sort((a, b) => b.similarity - a.similarity));
      const all = new Map(rankAll(vectors, query).map((hit) => [hit.row, hit.similarity]));
      for (const hit of found) expect(hit.similarity).toBeCloseTo(all.get(hit.row) as number, 5);
    });

    test('finds a row by its own vector', async () => {
      for (const row of [0, 600, 1_202]) {
        const [first] = await index.search(rowOf(vectors, row), 1);
        expect(first?.row).toBe(row);
        expect(first?.similarity).toBeCloseTo(1, 5);
      }
    });

    test('looks only inside the given ranges', async () => {
      const within: RowRanges = [
        [10, 40],
        [500, 503],
        [1_200, 1_203],
      ];
      const found = await index.search(query, 10, within);
      expect(found.map(({ row }) => row)).toEqual(
        rankAll(vectors, query, within)
          .slice(0, 10)
          .map(({ row }) => row),
      );
      expect(await recallAt(15, [[0, 900]])).toBeGreaterThanOrEqual(adapter.recall);
    });

    test('returns no more than the ranges hold, and nothing for empty ranges', async () => {
      expect(await index.search(query, 10, [[3, 5]])).toHaveLength(2);
      expect(await index.search(query, 10, [[5, 5]])).toEqual([]);
      expect(await index.search(query, 10, [])).toEqual([]);
      expect(await index.search(query, 10, [[1_200, 5_000]])).toHaveLength(3);
    });

    test('returns every row when more are asked for than there are, and none for a limit of 0', async () => {
      const rows = (await index.search(query, 5_000)).map(({ row }) => row);
      expect(new Set(rows).size).toBe(1_203);
      expect(await index.search(query, 0)).toEqual([]);
    });

    test('gives similarities in the order of the rows asked for', async () => {
      const all = new Map(rankAll(vectors, query).map((hit) => [hit.row, hit.similarity]));
      const similarities = await index.similarities(query, [700, 3, 1_202, 3]);
      [700, 3, 1_202, 3].forEach((row, place) => {
        expect(similarities[place]).toBeCloseTo(all.get(row) as number, 5);
      });
      expect(await index.similarities(query, [])).toEqual([]);
    });

    test('refuses a row that it does not have', async () => {
      await expect(index.similarities(query, [1_203])).rejects.toMatchObject({ code: 'internal' });
      await expect(index.similarities(query, [-1])).rejects.toMatchObject({ code: 'internal' });
    });

    test('refuses a query that is not finite or of another length', async () => {
      for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
        const broken = Float32Array.from(query);
        broken[5] = value;
        await expect(index.search(broken, 3)).rejects.toMatchObject({ code: 'embedding_failed' });
        await expect(index.similarities(broken, [1])).rejects.toMatchObject({ code: 'embedding_failed' });
      }
      const short = query.subarray(1);
      await expect(index.search(short, 3)).rejects.toMatchObject({ code: 'index_mismatch' });
      await expect(index.similarities(short, [1])).rejects.toMatchObject({ code: 'index_mismatch' });
    });

    test('answers with nothing when it is empty', async () => {
      const empty = await adapter.open(new Float32Array(0), contractDimensions);
      expect(empty.size).toBe(0);
      expect(await empty.search(query, 5)).toEqual([]);
      expect(await empty.search(query, 5, [[0, 3]])).toEqual([]);
      await empty.close();
    });

    test('works with a single row', async () => {
      const single = await adapter.open(vectors.slice(0, contractDimensions), contractDimensions);
      expect((await single.search(query, 5)).map(({ row }) => row)).toEqual([0]);
      await single.close();
    });
  });
}

/** Numbers from 0 to 1 that are the same on every run. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
