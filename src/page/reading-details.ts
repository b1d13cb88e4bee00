import { html } from 'hono/html';
import type { Reading } from '../paragraphs/reading.ts';
import { readingInWords } from '../paragraphs/reading-in-words.ts';
import type { Html } from './page-options.ts';

/** How a report was read, folded away; a reading that is not to be trusted says so in the open. */
export function readingDetails(reading: Reading): Html {
  const facts = readingInWords(reading);
  return html`${reading.caution ? html`<p class="notice"><strong>${reading.caution}</strong> ${reading.reasons.join(' ')}</p>` : ''}
<details class="reading"><summary>How this report was read</summary>
<dl>${facts.map(({ name, value }) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl></details>`;
}
