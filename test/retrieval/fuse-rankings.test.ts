import { expect, test } from 'vitest';
import { fuseRankings } from '../../src/retrieval/fuse-rankings.ts';

test('a row that several lists put high comes before one that a single list puts first', () => {
  const fused = fuseRankings([
    { rows: [1, 2, 3], weight: 1 },
    { rows: [4, 2, 5], weight: 1 },
    { rows: [6, 2], weight: 1 },
  ]);
  expect(fused[0]?.row).toBe(2);
  expect(fused[0]?.places).toEqual([2, 2, 2]);
});

test('a list of no weight changes nothing in the order', () => {
  const fused = fuseRankings([
    { rows: [1, 2], weight: 1 },
    { rows: [2, 1], weight: 0 },
  ]);
  expect(fused.map(({ row }) => row)).toEqual([1, 2]);
});

test('equal scores keep the order of the corpus', () => {
  const fused = fuseRankings([
    { rows: [9], weight: 1 },
    { rows: [3], weight: 1 },
  ]);
  expect(fused.map(({ row }) => row)).toEqual([3, 9]);
});
