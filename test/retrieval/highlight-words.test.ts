import { expect, test } from 'vitest';
import { stemsOf } from '../../src/index/stem-words.ts';
import { highlightWords } from '../../src/retrieval/highlight-words.ts';

const marked = (text: string, search: string) =>
  highlightWords(text, stemsOf(search)).map(([start, end]) => text.slice(start, end));

test('words of the same stem are marked as they are printed', () => {
  expect(marked('Visits matter: she visited, and will visit.', 'visiting')).toEqual([
    'Visits',
    'visited',
    'visit',
  ]);
});

test('neighbours become one span; other words keep spans apart', () => {
  expect(marked('Social workers and one social worker', 'social worker')).toEqual([
    'Social workers',
    'social worker',
  ]);
  expect(marked('work, social and other work', 'social work')).toEqual(['work', 'social', 'work']);
});

test('a hyphenated word is marked once, whole or in part', () => {
  expect(marked('A multi-agency hub', 'multiagency')).toEqual(['multi-agency']);
  expect(marked('A multi-agency hub', 'agency')).toEqual(['agency']);
});

test('spans count UTF-16 code units and never overlap', () => {
  const text = '😀 café café-bar';
  const spans = highlightWords(text, stemsOf('cafe bar'));
  expect(spans.map(([start, end]) => text.slice(start, end))).toEqual(['café café-bar']);
});

test('nothing is marked where nothing was sought', () => {
  expect(marked('Some words', '')).toEqual([]);
});
