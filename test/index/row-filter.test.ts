import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rowFilter } from '../../src/index/row-filter.ts';

it('holds for exactly the rows inside the ranges', () => {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE numbers (n INTEGER PRIMARY KEY)');
  const insert = database.prepare('INSERT INTO numbers VALUES (?)');
  for (let row = 0; row < 200; row++) insert.run(row);
  const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), {
    maxLength: 25,
  });
  fc.assert(
    fc.property(steps, (gaps) => {
      let place = 0;
      const ranges = gaps.map(([gap, length]): [number, number] => {
        const from = place + gap;
        place = from + length;
        return [from, place];
      });
      const found = database.prepare(`SELECT n FROM numbers WHERE ${rowFilter(ranges)} ORDER BY n`).all();
      const wanted = ranges.flatMap(([from, to]) => Array.from({ length: to - from }, (_, i) => from + i));
      expect(found.map(({ n }) => n)).toEqual(wanted.filter((row) => row < 200));
    }),
    { numRuns: 60 },
  );
});

it('refuses rows that are no whole numbers', () => {
  expect(() => rowFilter([[0, Number.NaN]])).toThrow(RangeError);
  expect(() => rowFilter([['1) OR (1' as unknown as number, 2]])).toThrow();
});
