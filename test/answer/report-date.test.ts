import { expect, test } from 'vitest';
import { dateInWords, mainDate, reportInWords } from '../../src/answer/report-date.ts';
import { madeUpReport } from '../retrieval/made-up-knowledge.ts';

const inspected = { from: '2013-01-31', to: '2013-02-04' };

test('a report is known by its inspection, else its consideration, else its publication', () => {
  expect(mainDate({ inspected, considered: '2014-01-01', published: '2015' })).toBe('2013-01-31');
  expect(mainDate({ considered: '2014-01-01', published: '2015' })).toBe('2014-01-01');
  expect(mainDate({ published: '2015' })).toBe('2015');
  expect(mainDate({})).toBeNull();
});

test.each([
  [{ inspected }, 'January 2013'],
  [{ published: '2010-05' }, 'May 2010'],
  [{ considered: '2020-12-31' }, 'December 2020'],
  [{ published: '2009' }, '2009'],
  [{}, null],
])('%j reads as %j', (dates, words) => {
  expect(dateInWords(dates)).toBe(words);
});

test('a report without a short name goes by its title, one without a date by its name alone', () => {
  const { metadata } = madeUpReport('a', { title: 'A Review', dates: { published: '2009' } });
  expect(reportInWords(metadata)).toBe('A Review, 2009');
  expect(reportInWords({ ...metadata, authorityShort: 'Ashby', dates: {} })).toBe('Ashby');
});
