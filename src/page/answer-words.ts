import { html } from 'hono/html';
import type { Answer, AnswerPart } from '../answer/answer.ts';
import { cardId } from './citation-card.ts';
import type { Html } from './page-options.ts';

function markerLinks(part: AnswerPart, answer: Answer): Html {
  const labels = new Map(answer.citations.map(({ marker, label }) => [marker, label]));
  return html`${part.markers.map(
    (marker) =>
      html`<sup><a class="marker" href="#${cardId(answer.id, marker)}" aria-label="Citation ${marker}: ${labels.get(marker) ?? ''}">${marker}</a></sup>`,
  )}`;
}

/** A claim stands in quotation marks when it is the report's own words. */
function isQuoted({ text, markers }: AnswerPart, { citations }: Answer): boolean {
  return citations.some(
    ({ marker, quotes }) => markers.includes(marker) && quotes.some((quote) => quote.includes(text)),
  );
}

function claim(part: AnswerPart, answer: Answer): Html {
  const words = part.text.trim();
  // A single bullet reads better without its mark; several keep theirs, one a line.
  const shown = words.includes('\n') ? words : words.replace(/^- /, '');
  const quoted = isQuoted({ ...part, text: words }, answer);
  return html`<p class="claim">${quoted ? html`“<q>${shown}</q>”` : shown}${markerLinks(part, answer)}</p>`;
}

/** The answer's own words: labels lead, claims follow with their markers. */
export function answerWords(answer: Answer): Html {
  return html`<div class="said">${answer.parts.map((part) =>
    part.role === 'label'
      ? html`<p class="label">${part.text}${markerLinks(part, answer)}</p>`
      : claim(part, answer),
  )}</div>`;
}
