import { expect, test } from 'vitest';
import { findLists } from '../../src/answer/quote/find-lists.ts';
import { readQuestion } from '../../src/retrieval/read-question.ts';
import { madeUpKnowledge } from '../retrieval/made-up-knowledge.ts';
import { madeUpParagraph, madeUpPassage, madeUpReport } from './made-up-passages.ts';

const text = [
  'The council should take the following action.',
  'Immediately:',
  '- open the library on Sundays. Staff it well.',
  '- mend the roof',
  'Within three months:',
  '- buy new books',
].join('\n');
const passage = madeUpPassage(madeUpParagraph('3', text), []);

function asked(question: string): string[] | null {
  const knowledge = madeUpKnowledge({ reports: [madeUpReport('ashby-2012')], text });
  const reading = readQuestion({ text: question, history: [], knowledge, reports: knowledge.reports });
  return findLists([passage], reading)[0]?.bullets.map(({ start, end }) => text.slice(start, end)) ?? null;
}

test('the list whose lead-in the question says comes whole, and no other', () => {
  expect(asked('What should the council do immediately?')).toEqual([
    'open the library on Sundays. Staff it well.',
    'mend the roof',
  ]);
  expect(asked('What was it told to do within three months?')).toEqual(['buy new books']);
});

test('a number in the lead-in may be typed in digits', () => {
  expect(asked('List everything they had to do in 3 months')).toEqual(['buy new books']);
});

test('a lead-in that is not there gives no list', () => {
  expect(asked('What was it told to do within six months?')).toBeNull();
});

test('a question that asks for no list gets none', () => {
  expect(asked('Who immediately left the room?')).toBeNull();
});

test('a question that spans reports gets the list of each', () => {
  const other = madeUpPassage(madeUpParagraph('7', text, 'other-2015'), []);
  const reports = [madeUpReport('ashby-2012'), madeUpReport('other-2015')];
  const knowledge = madeUpKnowledge({ reports, text });
  const read = (question: string) => readQuestion({ text: question, history: [], knowledge, reports });
  const found = (question: string) =>
    findLists([passage, other], read(question)).map((list) => list.passage.report.id);
  expect(found('What should each of them do immediately?')).toEqual(['ashby-2012', 'other-2015']);
  expect(found('What should they do immediately?')).toEqual(['ashby-2012']);
});
