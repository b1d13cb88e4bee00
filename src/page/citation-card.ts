import { html } from 'hono/html';
import type { Citation } from '../answer/answer.ts';
import { kindMark } from './kind-mark.ts';
import type { Html } from './page-options.ts';
import { datesInWords } from './wording.ts';

type Place = Pick<Citation, 'url' | 'report' | 'paragraph' | 'edition'>;

/**
 * The way to the cited paragraph on this site: the places that the citation's own address marks, plus the
 * paragraph and the edition, which the server needs because it never sees the fragment.
 */
export function citationPath({ url, report, paragraph, edition }: Place): string {
  const places = URL.parse(url, 'http://pages.invalid')?.searchParams.getAll('q') ?? [];
  const query = new URLSearchParams([
    ...places.map((place) => ['q', place]),
    ['para', paragraph],
    ['edition', edition],
  ]);
  return `/reports/${encodeURIComponent(report)}?${query}#para-${encodeURIComponent(paragraph)}`;
}

/** The id of a citation's card on a page that may show several answers. */
export function cardId(answerId: string, marker: number): string {
  return `citation-${answerId}-${marker}`;
}

/** A citation as people paste it into a paper: the words, then where they stand. */
function citationToCopy(citation: Citation, site: string): string {
  const quotes = citation.quotes.map((quote) => `“${quote.replaceAll('\t', ' | ')}”`).join(' […] ');
  return `${quotes} (${citation.label}; ${citation.title}, ${datesInWords(citation.dates)}; ${new URL(citation.url, site)})${citation.caution ? ` [${citation.caution}]` : ''}`;
}

/** One citation: where it stands, when that was, and its words. */
export function citationCard(
  citation: Citation,
  { answerId, site }: { answerId: string; site: string },
): Html {
  const { marker, label, title, dates, heading, kind, kind_confidence, voice, quotes, caution } = citation;
  return html`<li class="card" id="${cardId(answerId, marker)}" value="${marker}">
<h3><span class="marker-number">${marker}</span> <a href="${citationPath(citation)}">${label}</a>${kindMark(kind, kind_confidence)}</h3>
<p class="about">${title} · ${datesInWords(dates)}</p>
${heading.length > 0 ? html`<p class="path">${heading.join(' › ')}</p>` : ''}
${quotes.map((quote) => html`<blockquote>“${quote}”</blockquote>`)}
${voice ? html`<p class="voice">This is ${voice}.</p>` : ''}
${caution ? html`<p class="notice">${caution}</p>` : ''}
<p class="actions"><a href="${citationPath(citation)}">Read it in the report<span class="unseen"> (${label})</span></a>
<button type="button" class="quiet" hidden data-copy="${citationToCopy(citation, site)}">Copy<span class="unseen"> the quote and ${label}</span></button></p>
</li>`;
}
