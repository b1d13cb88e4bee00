import type { SplitReport } from '../../src/paragraphs/paragraph.ts';

/** How often each word stands in a text, by letters and digits alone; link targets and tags are no words. */
export function countWordsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const plain = text
    .normalize('NFKC')
    .replace(/\]\([^)\s]*\)/g, ']')
    .replace(/<\/?[a-z][^>]*>/gi, ' ')
    .toLowerCase();
  for (const word of plain.match(/[\p{L}\p{N}]+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Every word that a split report serves, wherever it serves it. */
export function servedWords(split: SplitReport): Map<string, number> {
  const paragraphs = split.paragraphs.flatMap(({ text, number }) => [text, number ?? '']);
  return countWordsOf(
    [...paragraphs, ...split.headings, ...split.columns, ...split.marks, ...split.furniture].join('\n'),
  );
}
