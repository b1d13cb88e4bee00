import { expect, test } from 'vitest';
import { clarifyName } from '../../src/answer/clarify-name.ts';
import { readQuestion } from '../../src/retrieval/read-question.ts';
import { madeUpKnowledge, madeUpReport } from './made-up-knowledge.ts';

const report = (id: string, authority: string, year: number) =>
  madeUpReport(id, { authority, authorityShort: authority, dates: { published: String(year) } });

const knowledge = madeUpKnowledge({
  reports: [
    report('ashby', 'Ashby Council', 2012),
    report('ashby-2', 'Ashby Council', 2014),
    report('borrowdale', 'Borrowdale Council', 2018),
    report('west-carrow', 'Carrow Borough Council', 2015),
    report('east-carrow', 'Carrow County Council', 2016),
  ],
  text: 'The harbour board works well. Carrow has trees.',
  acronyms: [
    { short: 'HB', long: 'Housing Bureau', report: 'ashby' },
    { short: 'AHB', long: 'Ashby Harbour Board', report: 'ashby' },
    { short: 'AHB', long: 'Ashby Harbour Boards', report: 'ashby-2' },
    { short: 'AHB', long: 'Allotment Holders of Borrowdale', report: 'borrowdale' },
    ...['ashby', 'borrowdale', 'west-carrow', 'east-carrow'].map((id) => ({
      short: 'LTP',
      long: `${id} travel plan`,
      report: id,
    })),
  ],
});
const read = (text: string) => readQuestion({ text, history: [], knowledge, reports: knowledge.reports });

test('a short form that two bodies go by is answered for both, report by report', () => {
  const { nameReadings, reports, spansReports } = read('Does the AHB work well?');
  expect(nameReadings.map(({ meaning }) => meaning)).toEqual([
    'Ashby Harbour Board',
    'Allotment Holders of Borrowdale',
  ]);
  expect(reports).toEqual(['ashby', 'ashby-2', 'borrowdale']);
  expect(spansReports).toBe(true);
});

test('the authority named, or the year, says which one is meant', () => {
  expect(read("Does Borrowdale's AHB work well?").nameReadings).toEqual([]);
  expect(read("Does Borrowdale's AHB work well?").expansions).toEqual([
    { short: 'AHB', long: 'Allotment Holders of Borrowdale' },
  ]);
  expect(read('Did the AHB work well in 2018?').nameReadings).toEqual([]);
});

test('a name that two authorities share stands for both', () => {
  const { nameReadings, reports } = read('How many trees has Carrow?');
  expect(nameReadings.map(({ meaning }) => meaning)).toEqual([
    'Carrow Borough Council',
    'Carrow County Council',
  ]);
  expect(reports).toEqual(['west-carrow', 'east-carrow']);
  expect(read('How many trees has Carrow County Council?').reports).toEqual(['east-carrow']);
});

test('a name with more than three readings is asked about, with a ready question for each', () => {
  const clarified = clarifyName(read('Is the LTP any good?'));
  expect(clarified?.status).toBe('clarify');
  expect(clarified?.choices).toHaveLength(4);
  expect(clarified?.choices?.[1]).toEqual({
    label: 'borrowdale travel plan',
    question: 'Is the borrowdale travel plan any good?',
    filters: { reports: ['borrowdale'] },
  });
  expect(clarifyName(read('Does the AHB work well?'))).toBeNull();
});
