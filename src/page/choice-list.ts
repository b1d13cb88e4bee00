import { html } from 'hono/html';
import type { Choice } from '../answer/answer.ts';
import type { Html } from './page-options.ts';

function hidden(name: string, value: string | number | undefined): Html {
  return value === undefined ? html`` : html`<input type="hidden" name="${name}" value="${value}">`;
}

/** Ready questions, each a button that asks it. */
export function choiceList(choices: readonly Choice[]): Html {
  return html`<ul class="examples">${choices.map(
    ({ label, question, filters }) => html`<li><form method="post" action="/ask" data-ask>
${hidden('question', question)}${(filters.reports ?? []).map((report) => hidden('reports', report))}${hidden('authority', filters.authority)}${hidden('from', filters.from)}${hidden('to', filters.to)}
<button class="quiet">${label}</button></form></li>`,
  )}</ul>`;
}
