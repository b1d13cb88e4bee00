import { expect, test } from 'vitest';
import { countInWords, listInWords } from '../../src/paragraphs/count-in-words.ts';

test('counts agree with their noun and group their thousands', () => {
  expect([countInWords(1, 'report'), countInWords(0, 'report'), countInWords(2046, 'paragraph')]).toEqual([
    '1 report',
    '0 reports',
    '2,046 paragraphs',
  ]);
});

test('a list names the first things and counts the others, those that were not kept too', () => {
  expect(listInWords(['7', '12–14'], 3)).toBe('7, 12–14');
  expect(listInWords(['7', '12–14', '20'], 2)).toBe('7, 12–14 and 1 more');
  expect(listInWords(['7'], 3, 1_041)).toBe('7 and 1040 more');
});
