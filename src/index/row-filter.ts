import type { RowRanges } from './vector-index.ts';

/**
 * A condition on `rowid` that holds inside the ranges. The outer bounds let SQLite skip to them; the tree inside takes
 * as many comparisons as the logarithm of the number of ranges, however scattered they are. Throws on a row that is
 * not a whole number, since rows become part of the statement.
 */
export function rowFilter(ranges: RowRanges): string {
  if (!ranges.every((range) => range.every(Number.isSafeInteger))) {
    throw new RangeError('a row is no whole number');
  }
  const wanted = ranges.filter(([from, to]) => from < to);
  const first = wanted[0];
  const last = wanted.at(-1);
  if (!first || !last) return '0';
  const outer = `rowid BETWEEN ${first[0]} AND ${last[1] - 1}`;
  return wanted.length === 1 ? outer : `${outer} AND ${tree(wanted)}`;
}

function tree(ranges: RowRanges): string {
  const [only] = ranges;
  if (ranges.length === 1 && only) return `rowid BETWEEN ${only[0]} AND ${only[1] - 1}`;
  const middle = ranges.length >> 1;
  const split = ranges[middle]?.[0] ?? 0;
  return `CASE WHEN rowid < ${split} THEN ${tree(ranges.slice(0, middle))} ELSE ${tree(ranges.slice(middle))} END`;
}
