import type { Span } from '../paragraphs/paragraph.ts';

/**
 * The page of a report opened at a paragraph. With a span, its words are marked: the server sees the query only, so
 * the query names the paragraph too.
 */
export function paragraphUrl(report: string, paragraph: string, span?: Span): string {
  const id = encodeURIComponent(paragraph);
  const query = span ? `?q=${span.start}-${span.end}&para=${id}` : '';
  return `/reports/${encodeURIComponent(report)}${query}#para-${id}`;
}
