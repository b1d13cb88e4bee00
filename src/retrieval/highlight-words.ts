import { wordsOf } from '../index/stem-words.ts';

/** Spans of a text whose words share a stem with the search, in order; words that stand side by side are joined. */
export function highlightWords(text: string, stems: readonly string[]): [start: number, end: number][] {
  const wanted = new Set(stems);
  const spans: [number, number][] = [];
  for (const { stem, start, end } of wordsOf(text)) {
    if (!wanted.has(stem)) continue;
    const last = spans.at(-1);
    if (last && /^[\s-]*$/.test(text.slice(last[1], start))) last[1] = Math.max(end, last[1]);
    else spans.push([start, end]);
  }
  return spans;
}
