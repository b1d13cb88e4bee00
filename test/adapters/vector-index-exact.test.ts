import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createExactVectorIndex } from '../../src/adapters/exact-vector-index.ts';
import { chooseVectorSearch } from '../../src/index/choose-vector-search.ts';
import { NearestRows } from '../../src/index/nearest-rows.ts';
import { readVectors, vectorsToBytes } from '../../src/index/vector-bytes.ts';
import { vectorIndexContract } from '../contracts/vector-index.contract.ts';

vectorIndexContract({
  name: 'exact search',
  recall: 1,
  open: async (vectors, dimensions) => createExactVectorIndex({ vectors, dimensions }),
});

describe('exact search', () => {
  test('gives equal rows the same similarity wherever they stand, the lower row first', async () => {
    const row = [0.1, 0.7, 0.3, 0.5, 0.2];
    const vectors = Float32Array.from(Array.from({ length: 7 }, () => row).flat());
    const index = createExactVectorIndex({ vectors, dimensions: 5 });
    const found = await index.search(Float32Array.from(row), 5);
    expect(found.map((hit) => hit.row)).toEqual([0, 1, 2, 3, 4]);
    expect(new Set(found.map((hit) => hit.similarity)).size).toBe(1);
  });

  test('refuses numbers that are not whole rows', () => {
    expect(() => createExactVectorIndex({ vectors: new Float32Array(7), dimensions: 3 })).toThrow(
      'not whole rows of 3',
    );
  });

  test('is chosen for few rows, a graph for many', () => {
    expect([0, 1_300, 11_000].map(chooseVectorSearch)).toEqual(['exact', 'exact', 'exact']);
    expect([50_000, 1_000_000].map(chooseVectorSearch)).toEqual(['graph', 'graph']);
  });
});

describe('the nearest rows', () => {
  test('are those that sorting everything would give, in whatever order they come', () => {
    const similarities = fc.array(fc.integer({ min: -4, max: 4 }), { maxLength: 60 });
    fc.assert(
      fc.property(similarities, fc.integer({ min: 0, max: 70 }), fc.boolean(), (values, limit, backwards) => {
        const hits = values.map((similarity, row) => ({ row, similarity }));
        const nearest = new NearestRows(limit);
        for (const hit of backwards ? [...hits].reverse() : hits) nearest.offer(hit.row, hit.similarity);
        const sorted = [...hits].sort((a, b) => b.similarity - a.similarity || a.row - b.row);
        expect(nearest.take()).toEqual(sorted.slice(0, limit));
      }),
    );
  });
});

describe('a vector file', () => {
  const vectors = [Float32Array.of(0.5, -1, 2), Float32Array.of(3, 4, 5)];

  test('gives back the rows that went in, also from an odd place in memory', () => {
    const bytes = vectorsToBytes(vectors, 3);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    for (const copy of [bytes, shifted.subarray(1)]) {
      expect([...readVectors(copy, { rows: 2, dimensions: 3 })]).toEqual([0.5, -1, 2, 3, 4, 5]);
    }
    expect([...bytes.subarray(0, 4)]).toEqual([0, 0, 0, 0x3f]);
  });

  test('is refused when it is a byte short or long', () => {
    const bytes = vectorsToBytes(vectors, 3);
    for (const wrong of [bytes.subarray(1), Uint8Array.of(...bytes, 0)]) {
      expect(() => readVectors(wrong, { rows: 2, dimensions: 3 })).toThrow('instead of 24');
    }
  });

  test('is not made from vectors that are not finite or of another length', () => {
    expect(() => vectorsToBytes([Float32Array.of(1, Number.NaN, 0)], 3)).toThrow('Vector 0 is not 3 finite');
    expect(() => vectorsToBytes([Float32Array.of(1, 2)], 3)).toThrow('Vector 0 is not 3 finite');
  });
});
