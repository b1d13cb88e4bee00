import { expect, test } from 'vitest';
import { beginsRun, compareNumbers } from '../../src/paragraphs/compare-numbers.ts';

const compare = (before: string, after: string) => {
  const step = compareNumbers(before.split('.'), after.split('.'));
  return step.kind === 'gap' ? step.missing.join(' ') : step.kind;
};

test.each(['1 2', '2.3 2.4', '2.3 2.3.1', '2.3 3', '2.3 3.1', '12 12.A', '12.A 13', '2.a 2.b', '6.18 A.1'])(
  'the second of %s is the next',
  (pair) => {
    const [before = '', after = ''] = pair.split(' ');
    expect(compare(before, after)).toBe('next');
  },
);

test('a number that comes again, and one that goes back, are told', () => {
  expect(compare('7', '7')).toBe('repeat');
  expect(compare('2.4', '2.2')).toBe('back');
  expect(compare('2.4', '2')).toBe('back');
  expect(compare('6.18', 'B.4')).toBe('back');
});

test('all numbers between two are named, on every step', () => {
  expect(compare('4', '7')).toBe('5 6');
  expect(compare('2.3', '2.6')).toBe('2.4 2.5');
  expect(compare('2.3', '3.3')).toBe('3.1 3.2');
  expect(compare('2.a', '2.d')).toBe('2.b 2.c');
  expect(compare('A.1', 'C.1')).toBe('B');
});

test('a run begins with the first number of its last step', () => {
  expect([['1'], ['3', '1'], ['2', 'a'], ['B', '1']].map(beginsRun)).toEqual(Array(4).fill(true));
  expect([['2'], ['1', '4'], ['2', 'b']].map(beginsRun)).toEqual(Array(3).fill(false));
});
