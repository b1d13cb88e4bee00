import { expect, test } from 'vitest';
import { reportBlocks } from '../../src/page/report-blocks.ts';
import type { Paragraph } from '../../src/paragraphs/paragraph.ts';
import { alderParagraphs } from './sample-reports.ts';

function under(...paths: string[][]): Paragraph[] {
  return paths.flatMap((heading) =>
    alderParagraphs.slice(1, 2).map((paragraph) => ({ ...paragraph, heading })),
  );
}

function outline(paragraphs: Paragraph[], printed: string[]): string[] {
  return reportBlocks(paragraphs, printed).map((block) =>
    block.kind === 'heading' ? `h${block.level} ${block.text}` : block.kind,
  );
}

test('headings are set once for the paragraphs that share them, and again when they come back', () => {
  const paragraphs = under(['A'], ['A', 'B'], ['A', 'B'], ['C', 'B']);
  expect(outline(paragraphs, ['A', 'B', 'C', 'B'])).toEqual([
    'h2 A',
    'paragraph',
    'h3 B',
    'paragraph',
    'paragraph',
    'h2 C',
    'h3 B',
    'paragraph',
  ]);
});

test('a heading that no paragraph stands under keeps its place', () => {
  expect(outline(under(['Title'], ['A']), ['Title', 'Title', 'A', 'Annex'])).toEqual([
    'h2 Title',
    'paragraph',
    'h2 Title',
    'h2 A',
    'paragraph',
    'h2 Annex',
  ]);
});

test('printed headings in another order add nothing', () => {
  expect(outline(under(['A'], ['B']), ['B', 'A', 'X'])).toEqual(['h2 A', 'paragraph', 'h2 B', 'paragraph']);
});

test('headings deeper than HTML knows are set at the deepest level', () => {
  expect(outline(under(['1', '2', '3', '4', '5', '6']), []).slice(-3)).toEqual(['h6 5', 'h6 6', 'paragraph']);
});
