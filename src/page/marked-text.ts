import { html } from 'hono/html';
import type { Span } from '../paragraphs/paragraph.ts';
import type { Html } from './page-options.ts';

/** Spans of a paragraph's text to mark, and how sure it is that they belong to it. */
export interface Marking {
  spans: readonly Span[];
  /** Nobody said which paragraph is meant: marked only where the address's fragment points. */
  onlyWhenTargeted?: boolean;
}

export const noMarking: Marking = { spans: [] };

/**
 * A stretch of a paragraph with the marked words in `<mark>`. `offset` is the stretch's place in the
 * paragraph's text, which the spans count from, in UTF-16 code units.
 */
export function markedText(stretch: string, { spans, onlyWhenTargeted }: Marking, offset = 0): Html {
  const pieces: (string | Html)[] = [];
  let done = 0;
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    // What another span has marked already is not repeated.
    const start = Math.max(span.start - offset, done);
    const end = Math.min(span.end - offset, stretch.length);
    if (start >= end) continue;
    const words = stretch.slice(start, end);
    pieces.push(stretch.slice(done, start));
    pieces.push(onlyWhenTargeted ? html`<span class="quoted">${words}</span>` : html`<mark>${words}</mark>`);
    done = end;
  }
  return html`${[...pieces, stretch.slice(done)]}`;
}

/** Reads places written as `START-END`; what is not such a place is left out. */
export function readPlaces(written: readonly string[]): Span[] {
  return written.flatMap((place) => {
    const [, start, end] = /^(\d{1,7})-(\d{1,7})$/.exec(place) ?? [];
    return start && end && Number(start) < Number(end) ? [{ start: Number(start), end: Number(end) }] : [];
  });
}
