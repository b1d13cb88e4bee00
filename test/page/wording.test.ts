import { expect, test } from 'vitest';
import { dateInWords, datesInWords, rangeInWords, shortened } from '../../src/page/wording.ts';

test.each([
  ['2013-01-24', '24 January 2013'],
  ['2010-05', 'May 2010'],
  ['2010', '2010'],
])('%s is said as %s', (iso, words) => {
  expect(dateInWords(iso)).toBe(words);
});

test.each([
  ['2013-01-14', '2013-01-24', '14–24 January 2013'],
  ['2017-01-23', '2017-02-03', '23 January to 3 February 2017'],
  ['2018-12-10', '2019-01-11', '10 December 2018 to 11 January 2019'],
  ['2009-11-23', '2009-11-23', '23 November 2009'],
  ['2018-11', '2018-11', 'November 2018'],
  ['2018-10', '2018-11', 'October to November 2018'],
  ['2018', '2019', '2018 to 2019'],
])('%s to %s is said as %s', (from, to, words) => {
  expect(rangeInWords({ from, to })).toBe(words);
});

test('dates of several kinds are told apart, and none is said to be unknown', () => {
  expect(datesInWords({ published: '2010-05-21', considered: '2010-06' })).toBe(
    'published 21 May 2010; considered June 2010',
  );
  expect(datesInWords({})).toBe('no date known');
});

test('a long text is cut between words', () => {
  expect(shortened('one two three', 9)).toBe('one two …');
  expect(shortened('one two', 9)).toBe('one two');
});
