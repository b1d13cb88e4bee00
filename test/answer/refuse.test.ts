import { expect, test } from 'vitest';
import { isOffTopic } from '../../src/answer/quote/is-off-topic.ts';
import { refuseAfterSearch, refuseBeforeSearch } from '../../src/answer/refuse.ts';
import { readQuestion } from '../../src/retrieval/read-question.ts';
import { threeAuthorities } from '../retrieval/made-up-knowledge.ts';
import { madeUpParagraph, madeUpPassage } from './made-up-passages.ts';

const knowledge = threeAuthorities();
const read = (text: string) => readQuestion({ text, history: [], knowledge, reports: knowledge.reports });

function before(question: string) {
  const reading = read(question);
  const scope = knowledge.reports.filter((report) => reading.reports.includes(report.id));
  return refuseBeforeSearch(reading, scope, knowledge);
}

test('a question about an authority that is not held is refused with those that are', () => {
  const refusal = before('How many libraries are there in Camborne?');
  expect(refusal?.code).toBe('no_such_authority');
  expect(refusal?.text).toContain('Camborne');
  expect(refusal?.text).toContain(
    'Ashby Town Council, Ashbyshire District Council and Borrowdale District Council',
  );
});

test('a question about a year that no report touches is refused with the newest that fits', () => {
  const refusal = before('How many libraries had Ashby in 2031?');
  expect(refusal?.code).toBe('no_such_period');
  expect(refusal?.text).toContain('March 2012');
});

test('a question about today is refused, one in the present tense is not', () => {
  expect(before('How many libraries has Ashby today?')?.code).toBe('no_such_period');
  expect(before('How many libraries has Ashby?')).toBeNull();
});

test('a body that is named nowhere is told so', () => {
  expect(before('Does Ashby work with the Zennor Trust?')?.code).toBe('no_such_body');
});

test('a name that is held is not refused', () => {
  expect(before('Does Ashby work with the Flood Risk Partnership?')).toBeNull();
});

test('what has nothing to do with the reports is refused as off topic', () => {
  const far = madeUpPassage(madeUpParagraph('1', 'The library has 54 rooms.'), [0.5]);
  expect(isOffTopic(read('Who won the football cup?'), [far], knowledge)).toBe(true);
  expect(refuseAfterSearch(read('qwerty zxcvb'), [])?.code).toBe('off_topic');
});

test('what is near in meaning is not refused', () => {
  const near = madeUpPassage(madeUpParagraph('1', 'The library has 54 rooms.'), [0.95]);
  expect(refuseAfterSearch(read('How many libraries?'), [near])).toBeNull();
  expect(isOffTopic(read('How many libraries?'), [near], knowledge)).toBe(false);
});
