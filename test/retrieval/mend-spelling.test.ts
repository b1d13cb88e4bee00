import { expect, test } from 'vitest';
import { mendSpelling } from '../../src/retrieval/mend-spelling.ts';
import { madeUpKnowledge, madeUpReport } from './made-up-knowledge.ts';

const knowledge = madeUpKnowledge({
  reports: [madeUpReport('a')],
  text: 'safeguarding inspectors visits foster faster children centre',
});
const mend = (word: string) => mendSpelling(word, knowledge);

test.each([
  ['safegaurding', 'safeguarding'],
  ['Inspektors', 'inspectors'],
  ['childern', 'children'],
  ['center', 'centre'],
  ['centr', 'centre'],
  ['vistis', 'visits'],
])('%j is mended to %j', (typed, mended) => {
  expect(mend(typed)).toBe(mended);
});

test('words of the corpus, short words and what is no word stay as they are', () => {
  for (const word of ['foster', 'vist', 'safeguarding2', '']) expect(mend(word)).toBeNull();
});

test('a real word that the corpus happens to lack is no mistake', () => {
  for (const word of ['visas', 'fostered', 'childless', 'plaster']) expect(mend(word)).toBeNull();
});

test('a word that begins otherwise or lies too far away is not taken for another', () => {
  expect(mend('nspectors')).toBeNull();
  expect(mend('inspktrs')).toBeNull();
  expect(mend('fostre')).toBe('foster');
});
