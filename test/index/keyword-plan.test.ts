import { expect, it } from 'vitest';
import { planAll, planAny } from '../../src/index/keyword-plan.ts';

const postings = (counts: Record<string, number>) => new Map(Object.entries(counts));

it('uses every word while there are few paragraphs', () => {
  const [attempt, ...others] = planAny(postings({ common: 200, rare: 2, middling: 40 }), 1_000);
  expect(attempt?.match.split(' OR ').toSorted()).toEqual(['"common"', '"middling"', '"rare"']);
  expect(others).toEqual([]);
});

it('leaves out the commonest words when the rows to weigh are too many', () => {
  const [attempt] = planAny(postings({ common: 900, rare: 20, middling: 300 }), 1_000);
  expect(attempt?.match).toBe('"rare" OR "middling"');
});

it('asks for common words together, then for fewer, and weighs no more rows than the budget', () => {
  const attempts = planAny(postings({ a: 2_000, b: 3_000, c: 4_000 }), 1_000);
  expect(attempts.map(({ match }) => match)).toEqual(['"a" AND "b" AND "c"', '"a" AND "b"', '"a"']);
  expect(attempts.every(({ rows }) => rows === 1_000)).toBe(true);
});

it('does not weigh words that are too many even to count', () => {
  expect(planAll(postings({ a: 5_000, b: 5_000 }), 1_000)[0]?.weighed).toBe(false);
  expect(planAll(postings({ a: 500, b: 5_000 }), 1_000)[0]?.weighed).toBe(true);
});
