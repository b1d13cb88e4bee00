import { expect, test } from 'vitest';
import { findGaps } from '../../src/answer/find-gaps.ts';
import { readQuestion } from '../../src/retrieval/read-question.ts';
import { threeAuthorities } from '../retrieval/made-up-knowledge.ts';
import { madeUpParagraph } from './made-up-passages.ts';

const knowledge = threeAuthorities();

function gaps(question: string, quotedFrom: string[]): string[] {
  const reading = readQuestion({ text: question, history: [], knowledge, reports: knowledge.reports });
  const quoted = knowledge.reports
    .filter(({ id }) => quotedFrom.includes(id))
    .map((report) => ({
      paragraph: madeUpParagraph('1', 'Some words here.', report.id),
      report,
      start: 0,
      end: 5,
    }));
  return findGaps(reading, knowledge.reports, quoted);
}

test('an authority among several that nothing is quoted of is named', () => {
  expect(gaps('Compare libraries in Ashby and Borrowdale', ['ashby-2012'])).toEqual([
    'nothing found on this about Borrowdale District Council',
  ]);
  expect(gaps('Compare libraries in Ashby and Borrowdale', ['ashby-2012', 'borrowdale-2018'])).toEqual([]);
});

test('a year among several that no report is dated to is named', () => {
  expect(gaps('What changed in Ashby from 2012 to 2031?', ['ashby-2012'])).toEqual([
    'no report searched is dated 2031',
  ]);
});

test('where nothing is quoted at all, the reason says it, not the gaps', () => {
  expect(gaps('Compare libraries in Ashby and Borrowdale', [])).toEqual([]);
});
