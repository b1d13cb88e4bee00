import { expect, test } from 'vitest';
import type { Turn } from '../../src/retrieval/passage.ts';
import { readQuestion } from '../../src/retrieval/read-question.ts';
import { threeAuthorities } from './made-up-knowledge.ts';

function read(text: string, history: Turn[] = []) {
  const knowledge = threeAuthorities();
  return readQuestion({ text, history, knowledge, reports: knowledge.reports });
}
const asked = (content: string): Turn => ({ role: 'user', content });

test('a named authority leaves its reports only', () => {
  expect(read('Libraries in Borrowdale?').reports).toEqual(['borrowdale-2018']);
  expect(read('How many libraries?').reports).toHaveLength(3);
});

test('a named year makes a report likelier without shutting others out', () => {
  const reading = read('How many vacancies were there in 2015?');
  expect(reading.reports).toHaveLength(3);
  expect(reading.preferred['ashbyshire-2015']).toBeGreaterThan(1);
  expect(reading.preferred['ashby-2012']).toBeUndefined();
});

test('a year and a kind of document together name one report', () => {
  expect(read('What did the committee paper of 2015 say?').reports).toEqual(['ashbyshire-2015']);
  expect(read('What did the 2015 paper say?').reports).toEqual(['ashbyshire-2015']);
  expect(read('What did the 2012 paper say?').reports).toHaveLength(3);
});

test('several years leave the reports of those years, when every authority keeps one', () => {
  expect(read('What changed between 2012, 2015 and 2018?').reports).toHaveLength(3);
  expect(read('Vacancies in Ashby and Ashbyshire, 2012 and 2015').reports).toEqual([
    'ashby-2012',
    'ashbyshire-2015',
  ]);
});

test('the year narrows a look-up to the report it is of', () => {
  expect(read('2015 report, paragraph 4').reports).toEqual(['ashbyshire-2015']);
});

test('typing mistakes are mended with the words of the corpus', () => {
  const reading = read('How many unacompanied peopel and vacencies in Borowdale?');
  expect(reading.corrections).toContainEqual({ from: 'unacompanied', to: 'unaccompanied' });
  expect(reading.corrections).toContainEqual({ from: 'peopel', to: 'people' });
  expect(reading.authorities).toEqual(['Borrowdale District Council']);
});

test('short words and words of the corpus are left as they are', () => {
  expect(read('How many libraries in the twon?').corrections).toEqual([]);
});

test('short forms are spelt out from the corpus itself, and found from their long forms', () => {
  expect(read('Is the FRP effective?').searchText).toContain('Flood Risk Partnership');
  expect(read('Is the flood risk partnership effective?').expansions[0]?.short).toBe('FRP');
  expect(read('What of s47 enquiries?').searchText).toContain('section 47');
});

test('a follow-up takes over the topic with the authority that it names', () => {
  const reading = read('and what about Borrowdale?', [asked('How many libraries has Ashby?')]);
  expect(reading.standalone).toContain('How many libraries has Borrowdale?');
  expect(reading.authorities).toEqual(['Borrowdale District Council']);
});

test('a follow-up that names no authority keeps the one last named', () => {
  const reading = read('How many vacancies among inspectors were reviewed?', [
    asked('How many libraries has Ashby?'),
  ]);
  expect(reading.authorities).toEqual(['Ashby Town Council']);
  expect(reading.standalone).not.toContain('libraries');
});

test('a question that stands alone is not mixed with the history', () => {
  const reading = read('How many vacancies among inspectors in Borrowdale?', [asked('Libraries in Ashby?')]);
  expect(reading.standalone).toBe('How many vacancies among inspectors in Borrowdale?');
});

test.each([
  ['39', '39'],
  ['Borrowdale para 39', '39'],
  ['paragraph 4.12 of the 2015 report', '4.12'],
  ['What does paragraph 12 say?', '12'],
  ['4.2(a)', '4.2(a)'],
  ['How many of the 39 libraries are open?', null],
  ['What happened in 2015?', null],
])('of %j the paragraph number is %j', (question, number) => {
  expect(read(question).paragraphNumber).toBe(number);
});

test('control and invisible characters disappear from the question', () => {
  expect(read('How\u0000 many\u200b libraries\u2028?').asked).toBe('How many libraries ?');
});
