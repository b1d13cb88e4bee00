import type { Paragraph, Span } from '../paragraphs/paragraph.ts';
import type { ReportMetadata } from '../reports/report.ts';

/**
 * What is embedded for a paragraph: whose, of which year, under which headings, then its words. Half of what a question
 * asks for (the place, the year) is nowhere in the paragraph itself. A report's title stays out where the authority is
 * known: the same long words before every paragraph drown what tells one from another.
 */
export function paragraphEmbeddingText(metadata: ReportMetadata, paragraph: Paragraph): string {
  const year = yearOf(metadata);
  const lead = year ? `${subjectOf(metadata)}, ${year}` : subjectOf(metadata);
  return [...[lead, ...paragraph.heading].map(asSentence), wordsOfRow(paragraph)].join(' ');
}

/**
 * What is embedded for a sentence: whom the report is about, then the sentence. Headings are left to the paragraph's
 * vector; with them, sentences under one heading looked too much alike (docs/decisions/0004-generations.md).
 */
export function sentenceEmbeddingText(metadata: ReportMetadata, paragraph: Paragraph, span: Span): string {
  return `${asSentence(subjectOf(metadata))} ${plain(paragraph.text.slice(span.start, span.end))}`;
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

function subjectOf({ authorityShort, authority, title }: ReportMetadata): string {
  return authorityShort ?? authority ?? title;
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
