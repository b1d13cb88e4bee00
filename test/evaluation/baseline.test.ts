import { expect, test } from 'vitest';
import { compareWithBaseline, makeBaseline, parseBaseline } from '../../src/evaluation/baseline.ts';
import type { Evaluation, Figure } from '../../src/evaluation/evaluation.ts';

const share = (value: number | null): Figure => ({ value, unit: 'share', better: 'higher', tolerance: 0.02 });

function evaluation(answer: Record<string, Figure>, questions = 10): Evaluation {
  return {
    measured: { questions, generation: 'g1', model: 'm', version: '1' },
    figures: { reading: {}, retrieval: {}, answer, time: { 'ask p95': { ...share(9), better: 'neither' } } },
    types: [],
    questions: [],
  };
}

const worseThan = (before: Record<string, Figure>, now: Record<string, Figure>) =>
  compareWithBaseline(evaluation(now), makeBaseline(evaluation(before))).worse;

test('a figure may get a little worse, and any amount better', () => {
  expect(worseThan({ correct: share(0.6) }, { correct: share(0.59) })).toEqual([]);
  expect(worseThan({ correct: share(0.6) }, { correct: share(0.9) })).toEqual([]);
  expect(worseThan({ correct: share(0.6) }, { correct: share(0.57) })).toEqual(['answer: correct']);
});

test('where less is better, more is worse; what is only told is never worse', () => {
  const words = (value: number): Figure => ({ value, unit: 'number', better: 'lower', tolerance: 3 });
  expect(worseThan({ words: words(50) }, { words: words(54) })).toEqual(['answer: words']);
  expect(worseThan({ words: words(50) }, { words: words(10) })).toEqual([]);
  const told: Figure = { value: 1, unit: 'number', better: 'neither', tolerance: 0 };
  expect(worseThan({ told }, { told: { ...told, value: 99 } })).toEqual([]);
});

test('a promise allows no loss at all, and rounding is none', () => {
  const promise = (value: number): Figure => ({ ...share(value), tolerance: 0 });
  expect(worseThan({ verbatim: promise(1) }, { verbatim: promise(0.999) })).toEqual(['answer: verbatim']);
  expect(worseThan({ verbatim: promise(2 / 3) }, { verbatim: promise(2 / 3) })).toEqual([]);
});

test('a figure that can no longer be measured is worse; a new one is not', () => {
  expect(worseThan({ correct: share(0.6) }, { correct: share(null) })).toEqual(['answer: correct']);
  expect(worseThan({}, { correct: share(0.1) })).toEqual([]);
});

test('a baseline survives being written down', () => {
  const baseline = makeBaseline(evaluation({ correct: share(1 / 3) }));
  expect(parseBaseline(JSON.stringify(baseline), 'b.json')).toEqual(baseline);
  expect(baseline.figures.answer.correct).toBe(0.3333);
});

test('what was measured on other questions or with another model is not compared', () => {
  const baseline = makeBaseline(evaluation({}, 79));
  expect(() => compareWithBaseline(evaluation({}, 10), baseline)).toThrow('79 questions');
  expect(() => compareWithBaseline(evaluation({}, 79), { ...baseline, model: null })).toThrow('no model');
});

test.each(['', '{', '{"figures":{}}'])('%j is no baseline, and the message says how to get one', (text) => {
  expect(() => parseBaseline(text, 'b.json')).toThrow(/b\.json is no baseline.*--save-baseline/);
});
