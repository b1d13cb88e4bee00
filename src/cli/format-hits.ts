import type { Hit } from '../answer/answer.ts';
import { kindInWords } from '../answer/kind-in-words.ts';
import { dateInWords } from '../answer/report-date.ts';
import { countInWords } from '../paragraphs/count-in-words.ts';
import type { Layout } from './format-answer.ts';
import type { TextStyle } from './text-style.ts';
import { wrapText } from './wrap-text.ts';

const indent = '    ';

/** The hits of a search for a reader, best first, with the words found set off where the terminal can. */
export function formatHits(found: { hits: readonly Hit[]; total: number }, layout: Layout): string {
  if (found.hits.length === 0) return 'No paragraph fits.\n';
  const { width, style, baseUrl } = layout;
  const listed = found.hits.map((hit, place) => {
    const kind = kindInWords(hit.kind, hit.kind_confidence);
    const origin = [dateInWords(hit.dates), hit.heading.join(' › '), kind].filter(Boolean).join(' · ');
    return [
      `${place + 1}. ${style.bold(hit.label)}`,
      ...(origin ? [wrapText(origin, width, indent)] : []),
      markWords(wrapText(hit.text, width, indent), hit, style),
      ...(hit.caution ? [wrapText(hit.caution, width, indent)] : []),
      `${indent}${style.faint(baseUrl + hit.url)}`,
    ].join('\n');
  });
  const shown = found.total > found.hits.length ? `${found.hits.length} of ` : '';
  return `${listed.join('\n\n')}\n\n${style.faint(`${shown}${countInWords(found.total, 'paragraph')}.`)}\n`;
}

/** Wrapping moves places, so words are found again by what they are; a phrase over a line's end stays plain. */
function markWords(wrapped: string, { text, highlights }: Hit, style: TextStyle): string {
  const words = [...new Set(highlights.map(([start, end]) => text.slice(start, end)))].filter(Boolean);
  if (words.length === 0) return wrapped;
  const escaped = words
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return wrapped.replace(pattern, (word) => style.bold(word));
}
