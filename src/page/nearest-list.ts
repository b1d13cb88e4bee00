import { html } from 'hono/html';
import type { Hit } from '../answer/answer.ts';
import { citationPath } from './citation-card.ts';
import type { Html } from './page-options.ts';
import { datesInWords, shortened } from './wording.ts';

/** Paragraphs that come near the question, as links with their first words. */
export function nearestList(hits: readonly Hit[]): Html {
  return html`<ul class="nearest">${hits.map(
    (hit) => html`<li><a href="${citationPath(hit)}">${hit.label}</a>
<span class="about">${datesInWords(hit.dates)}${hit.heading.length > 0 ? ` · ${hit.heading.at(-1)}` : ''}</span>
<span class="excerpt">${shortened(hit.text, 180)}</span>${hit.caution ? html`<span class="notice">${hit.caution}</span>` : ''}</li>`,
  )}</ul>`;
}
