import { html } from 'hono/html';
import type { StoredReport } from '../index/paragraph-store.ts';
import type { Html } from './page-options.ts';
import { datesInWords, reportName } from './wording.ts';

/** What the form shows and sends along. */
export interface AskFormParts {
  label: string;
  maxQuestionCharacters: number;
  reports: readonly StoredReport[];
  question?: string;
  selected?: readonly string[];
  /** The kept answer that the question follows up. */
  after?: string;
  /** What was wrong with the question as sent before. */
  problem?: string | undefined;
}

/** Checkboxes that narrow a question or a search to some reports, folded away until wanted. */
export function reportChoices(reports: readonly StoredReport[], selected: readonly string[] = []): Html {
  if (reports.length < 2) return html``;
  return html`<details class="narrow"${selected.length > 0 ? html` open` : ''}>
<summary>Only some reports</summary>
<fieldset><legend class="unseen">Reports to look in; none ticked means all</legend>
${reports.map(
  ({ id, metadata }) =>
    html`<label class="choice"><input type="checkbox" name="reports" value="${id}"${selected.includes(id) ? html` checked` : ''}>
<span>${reportName(metadata)} <small>${datesInWords(metadata.dates)}</small></span></label>`,
)}
</fieldset></details>`;
}

/** The form that asks; it works without a script, which sends it in place where there is one. */
export function askForm(parts: AskFormParts): Html {
  const { problem } = parts;
  return html`<form class="ask" method="post" action="/ask" data-ask>
<label class="field" for="question">${parts.label}</label>
${problem ? html`<p class="problem" id="question-problem">${problem}</p>` : ''}
<div class="row"><input id="question" name="question" type="text" required autocomplete="off" enterkeyhint="search" maxlength="${parts.maxQuestionCharacters}" value="${parts.question ?? ''}"${
    problem ? html` aria-invalid="true" aria-describedby="question-problem"` : ''
  }><button type="submit">Ask</button></div>
${parts.after ? html`<input type="hidden" name="after" value="${parts.after}">` : ''}
${reportChoices(parts.reports, parts.selected)}
</form>`;
}
