import { expect, test } from 'vitest';
import { composeAnswer } from '../../src/answer/compose-answer.ts';
import { ageInWords, newestFirst } from '../../src/answer/order-by-date.ts';
import { asksOfNow } from '../../src/retrieval/asks-of-now.ts';
import { madeUpParagraph, madeUpReport } from './made-up-passages.ts';

const report = (id: string, authority: string, published: string) =>
  madeUpReport(id, { authority, authorityShort: authority, dates: { published } });
const older = report('ashby-2012', 'Ashby', '2012-03-01');
const newer = report('ashby-2016', 'Ashby', '2016-05-01');
const other = report('carrow-2018', 'Carrow', '2018-01-01');
const scope = [older, newer, other];
const quote = (of: typeof older) => ({
  paragraph: madeUpParagraph('1', 'Trees grow.', of.id),
  report: of,
  start: 0,
  end: 11,
});

test.each([
  'Is the lido open?',
  'Who chairs the harbour board, and who is the deputy?',
  'How good are the schools?',
  "What's being done about litter?",
])('%j asks how things stand', (question) => expect(asksOfNow(question)).toBe(true));

test.each([
  'Was the lido open?',
  'How good were the schools?',
  'What did inspectors find?',
  'Is it true that the lido had closed?',
  'How many trees are there in the 2014 survey?',
])('%j asks of the past', (question) => expect(asksOfNow(question)).toBe(false));

test('the newest report of an authority comes first, then its older ones', () => {
  const quoted = newestFirst([quote(older), quote(other), quote(newer)]);
  expect(quoted.map(({ report: { id } }) => id)).toEqual(['ashby-2016', 'ashby-2012', 'carrow-2018']);
});

test('the newest says that it is, an older one alone says that a newer is held, the only one says nothing', () => {
  expect(ageInWords(newer, [quote(newer)], scope)).toBe('the newest held');
  expect(ageInWords(older, [quote(older)], scope)).toBe('a newer one is held, of May 2016');
  expect(ageInWords(older, [quote(newer), quote(older)], scope)).toBeNull();
  expect(ageInWords(other, [quote(other)], scope)).toBeNull();
});

test('the label of a report says its age beside its date', () => {
  const { parts } = composeAnswer([quote(newer)], (one) => ageInWords(one, [quote(newer)], scope));
  expect(parts[0]).toEqual({ text: 'Ashby, May 2016 (the newest held):', role: 'label', markers: [] });
});
