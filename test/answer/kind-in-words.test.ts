import { expect, test } from 'vitest';
import { kindInWords } from '../../src/answer/kind-in-words.ts';

test('a sure kind is named plainly, and so is one whose confidence was never kept', () => {
  expect(kindInWords('recommendation', 0.97)).toBe('Recommendation');
  expect(kindInWords('response')).toBe('Response or action');
});

test('a kind that is not sure is called probable', () => {
  expect(kindInWords('judgement', 0.62)).toBe('Probably a judgement');
  expect(kindInWords('background', 0.79)).toBe('Probably background');
  expect(kindInWords('background', 0.8)).toBe('Background');
});

test('a paragraph without a kind is called nothing', () => {
  expect(kindInWords('unclassified', 0.4)).toBeNull();
});
