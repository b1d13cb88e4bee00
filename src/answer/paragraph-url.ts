import type { Span } from '../paragraphs/paragraph.ts';

/**
 * The page of a report opened at a paragraph. With a span, its words are marked; with an edition, the paragraph is
 * shown as that edition had it. The server sees the query only, so the query names the paragraph too.
 */
export function paragraphUrl(
  report: string,
  paragraph: string,
  at: Span | { edition: string } | null = null,
): string {
  const id = encodeURIComponent(paragraph);
  const place = at && ('edition' in at ? `edition=${at.edition}` : `q=${at.start}-${at.end}`);
  return `/reports/${encodeURIComponent(report)}${place ? `?${place}&para=${id}` : ''}#para-${id}`;
}
