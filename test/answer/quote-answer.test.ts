import { expect, test } from 'vitest';
import { quoteAnswer } from '../../src/answer/quote/quote-answer.ts';
import type { Passage } from '../../src/retrieval/passage.ts';
import { readQuestion } from '../../src/retrieval/read-question.ts';
import { madeUpKnowledge } from '../retrieval/made-up-knowledge.ts';
import { madeUpParagraph, madeUpPassage, madeUpReport } from './made-up-passages.ts';

function quotes(question: string, passages: Passage[], limit = 3): string[] {
  const knowledge = madeUpKnowledge({
    reports: [madeUpReport('ashby-2012', { authority: 'Ashby Council', authorityShort: 'Ashby' })],
    text: passages.map((passage) => passage.paragraph.text).join(' '),
  });
  const reading = readQuestion({ text: question, history: [], knowledge, reports: knowledge.reports });
  const outcome = quoteAnswer({ passages, reading, knowledge, limit });
  return outcome.quoted.map(({ paragraph, start, end }) => paragraph.text.slice(start, end));
}

test('the sentence nearest to the question comes first, whole', () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'The town is old. The library has 54 rooms. Trees grow.'),
    [0.7, 0.9, 0.6],
  );
  expect(quotes('How many rooms has the library?', [passage])).toEqual(['The library has 54 rooms.']);
});

test('a sentence with a number is preferred when a number is asked for', () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'The library has rooms on every floor. The library has 54 rooms altogether.'),
    [0.9, 0.88],
  );
  expect(quotes('How many rooms has the library?', [passage])[0]).toContain('54');
});

test('a sentence that leans on the one before it brings that one along', () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'The library closed. This angered readers greatly.'),
    [0.5, 0.9],
  );
  expect(quotes('What angered readers?', [passage])).toEqual([
    'The library closed. This angered readers greatly.',
  ]);
});

test('what says the same twice is quoted once', () => {
  const text = 'The library has 54 rooms in all.';
  const passages = [
    madeUpPassage(madeUpParagraph('1', text), [0.9]),
    madeUpPassage(madeUpParagraph('7', text), [0.9], 0.9),
  ];
  expect(quotes('How many rooms?', passages)).toEqual([text]);
});

test('no more quotes than the limit are given', () => {
  const passages = ['Red doors open early.', 'Blue windows close late.', 'Green gates stay shut.'].map(
    (text, place) => madeUpPassage(madeUpParagraph(String(place), text), [0.9]),
  );
  expect(quotes('What opens and closes?', passages, 2)).toHaveLength(2);
});

test('a question that compares gets a quote of each report', () => {
  const passages = [
    madeUpPassage(madeUpParagraph('1', 'Supervision of staff is effective here.', 'ashby-2012'), [0.9], 1),
    madeUpPassage(madeUpParagraph('9', 'Oversight of workers was found lacking.', 'other-2015'), [0.84], 0.6),
  ];
  expect(quotes('Compare supervision in both reports', passages)).toHaveLength(2);
});

test('a fragment of one or two words is never quoted', () => {
  const passage = madeUpPassage(
    madeUpParagraph('1', 'Very good. The library is open to everybody all week.'),
    [0.99, 0.7],
  );
  expect(quotes('Is the library good?', [passage])).toEqual(['The library is open to everybody all week.']);
});
