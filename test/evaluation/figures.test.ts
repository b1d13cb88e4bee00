import { expect, test } from 'vitest';
import { countWords, says, squash, withoutEdges } from '../../src/evaluation/compare-words.ts';
import {
  answerFigures,
  isCorrect,
  quantile,
  retrievalFigures,
  typeResults,
} from '../../src/evaluation/figures.ts';
import { questionResult } from './sample-results.ts';

const values = (figures: Record<string, { value: number | null }>) =>
  Object.fromEntries(Object.entries(figures).map(([name, { value }]) => [name, value]));

test('a number has to stand alone, a word may be the beginning of a longer one', () => {
  expect(says('In 2013 there were 54.', '54')).toBe(true);
  expect(says('In 2013 there were 540.', '54')).toBe(false);
  expect(says('There were 1,250 referrals.', '1250')).toBe(true);
  expect(says('Assessments were late.', 'assess')).toBe(true);
  expect(says('Reassessments were late.', 'assess')).toBe(false);
  expect(says('It rose by 49%', '49%')).toBe(true);
});

test('case, quotation marks, dashes, bullets and emphasis make no difference to words', () => {
  expect(squash('- The *Board’s*\n- “plan” – 2013')).toBe('the board\'s "plan" - 2013');
  expect(withoutEdges('“The plan.”')).toBe('the plan');
  expect(countWords('one – two, 3')).toBe(3);
});

test('recall counts the questions that can be answered and stand alone', () => {
  const at = (fused: number | null) =>
    questionResult({ ranks: { fused, keyword: null, paragraph: null, sentence: null } });
  const results = [
    at(1),
    at(4),
    at(null),
    at(8),
    questionResult({ answerable: false }),
    questionResult({ hasHistory: true, ranks: { fused: 1, keyword: 1, paragraph: 1, sentence: 1 } }),
  ];
  expect(values(retrievalFigures(results))).toMatchObject({
    'fused recall@1': 0.25,
    'fused recall@3': 0.25,
    'fused recall@5': 0.5,
    'fused recall@10': 0.75,
    'fused MRR@10': (1 + 1 / 4 + 1 / 8) / 4,
    'keyword recall@10': 0,
  });
});

test('a right answer cites all evidence and tells all facts; a right refusal is one where nothing is there', () => {
  const right = { groups: 2, groupsHit: 2, facts: 1, factsHit: 1 };
  expect(isCorrect(questionResult({ ...right }))).toBe(true);
  expect(isCorrect(questionResult({ ...right, groupsHit: 1 }))).toBe(false);
  expect(isCorrect(questionResult({ ...right, factsHit: 0 }))).toBe(false);
  expect(isCorrect(questionResult({ ...right, status: 'not_found' }))).toBe(false);
  expect(isCorrect(questionResult({ answerable: false, status: 'not_found' }))).toBe(true);
  expect(isCorrect(questionResult({ answerable: false, status: 'clarify' }))).toBe(false);
});

test('shares are taken of what they are shares of', () => {
  const results = [
    questionResult({
      groups: 2,
      groupsHit: 1,
      citations: 4,
      citedRight: 1,
      verbatim: 4,
      words: 80,
      labelWords: 8,
    }),
    questionResult({
      groups: 1,
      groupsHit: 1,
      citations: 1,
      citedRight: 1,
      verbatim: 1,
      words: 20,
      labelWords: 2,
    }),
    questionResult({ status: 'error', error: 'timed out', groups: 1 }),
    questionResult({ answerable: false, groups: 0, status: 'not_found' }),
    questionResult({ answerable: false, groups: 0, citations: 5, verbatim: 4, words: 10 }),
  ];
  expect(values(answerFigures(results))).toMatchObject({
    errors: 1,
    'answerable answered': 2 / 3,
    'citation recall': 2 / 4,
    'citation precision': 2 / 5,
    'unanswerable refused': 1 / 2,
    'quotes verbatim': 9 / 10,
    'label words share': 10 / 110,
    'words median': 20,
  });
});

test('without anything to measure a figure is missing, not perfect', () => {
  expect(values(answerFigures([]))).toMatchObject({
    correct: null,
    'quotes verbatim': null,
    'words p95': null,
  });
  expect(quantile([], 0.5)).toBeNull();
});

test('types are told in the order in which they come', () => {
  const results = [
    questionResult({ type: 'b' }),
    questionResult({ type: 'a' }),
    questionResult({ type: 'b', status: 'clarify' }),
  ];
  expect(typeResults(results).map(({ type, questions, answered }) => [type, questions, answered])).toEqual([
    ['b', 2, 0.5],
    ['a', 1, 1],
  ]);
});
