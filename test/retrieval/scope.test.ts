import { expect, test } from 'vitest';
import { filterReports, rowsOfReports } from '../../src/retrieval/scope.ts';
import { madeUpReport } from './made-up-knowledge.ts';

const reports = [
  madeUpReport(
    'a',
    { authority: 'Ashby', dates: { inspected: { from: '2011-12-30', to: '2012-01-02' } } },
    [0, 4],
  ),
  madeUpReport('b', { authority: 'Borrowdale', dates: { published: '2015-05' } }, [4, 6]),
  madeUpReport('c', { authority: 'Ashby' }, [6, 9]),
];
const ids = (filters: Parameters<typeof filterReports>[1]) =>
  filterReports(reports, filters).map(({ id }) => id);

test('years are inclusive and match any of a report’s dates', () => {
  expect(ids({ from: 2012, to: 2012 })).toEqual(['a']);
  expect(ids({ to: 2011 })).toEqual(['a']);
  expect(ids({ from: 2013 })).toEqual(['b']);
});

test('an authority matches whatever its capitals', () => {
  expect(ids({ authority: 'ashby' })).toEqual(['a', 'c']);
});

test('a report or an authority that is not held is named in the error', () => {
  expect(() => ids({ reports: ['zzz'] })).toThrow('"zzz"');
  expect(() => ids({ authority: 'Camborne' })).toThrow('"Camborne"');
});

test('rows of neighbouring reports are joined, all reports need no rows', () => {
  expect(rowsOfReports(reports.slice(0, 2), reports, 'rows')).toEqual([[0, 6]]);
  expect(
    rowsOfReports(
      [reports[2], reports[0]].flatMap((one) => one ?? []),
      reports,
      'rows',
    ),
  ).toEqual([
    [0, 4],
    [6, 9],
  ]);
  expect(rowsOfReports(reports, reports, 'rows')).toBeUndefined();
});
