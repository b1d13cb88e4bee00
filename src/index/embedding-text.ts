import type { Paragraph, Span } from '../paragraphs/paragraph.ts';
import type { ReportMetadata } from '../reports/report.ts';

/**
 * What is embedded for a paragraph: whose, of which year, out of which report and section, then its words. Without
 * this context half of what a question asks for (the place, the year) is nowhere in the paragraph.
 */
export function paragraphEmbeddingText(metadata: ReportMetadata, paragraph: Paragraph): string {
  const who = metadata.authorityShort ?? metadata.authority ?? metadata.title;
  const year = yearOf(metadata);
  const lead = year ? `${who}, ${year}` : who;
  const title = who === metadata.title ? [] : [metadata.title];
  return [...[lead, ...title, ...paragraph.heading].map(asSentence), wordsOfRow(paragraph)].join(' ');
}

/** What is embedded for a sentence: the authority and the innermost heading before it. */
export function sentenceEmbeddingText(metadata: ReportMetadata, paragraph: Paragraph, span: Span): string {
  const who = metadata.authorityShort ?? metadata.authority ?? metadata.title;
  const sentence = paragraph.text.slice(span.start, span.end);
  return [...[who, ...paragraph.heading.slice(-1)].map(asSentence), plain(sentence)].join(' ');
}

/** The words of a paragraph's surroundings, for the keyword index. */
export function contextText(metadata: ReportMetadata, paragraph: Paragraph): string {
  return [
    metadata.title,
    metadata.authority,
    metadata.authorityShort,
    ...paragraph.heading,
    ...(paragraph.columns ?? []),
  ]
    .filter(Boolean)
    .join('\n');
}

function yearOf({ dates }: ReportMetadata): string | null {
  const day = dates.inspected?.from ?? dates.published ?? dates.considered;
  return day?.slice(0, 4) ?? null;
}

/** A table row reads as "head: cell" where each cell has its head. */
function wordsOfRow({ text, columns }: Paragraph): string {
  if (!columns || columns.length === 0) return plain(text);
  const cells = text.split('\t');
  if (cells.length !== columns.length) return `${columns.join(', ')}: ${plain(text)}`;
  return cells.map((cell, place) => (columns[place] ? `${columns[place]}: ${cell}` : cell)).join('; ');
}

function plain(text: string): string {
  return text.replace(/\t/g, ', ').replace(/\s+/g, ' ').trim();
}

function asSentence(text: string): string {
  return /[.!?:]$/.test(text) ? text : `${text}.`;
}
