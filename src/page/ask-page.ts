import { html } from 'hono/html';
import type { StoredReport } from '../index/paragraph-store.ts';
import { type AskFormParts, askForm } from './ask-form.ts';
import { layout } from './layout.ts';
import type { Html } from './page-options.ts';
import { reportList } from './report-list.ts';

/** What the front page shows. */
export interface AskPageParts {
  reports: readonly StoredReport[];
  examples: readonly string[];
  /** What a reader should know of the search as a whole. */
  notices: readonly string[];
  maxQuestionCharacters: number;
  question?: string;
  selected?: readonly string[];
  problem?: string | undefined;
}

/** Each example is a form of its own, so that one tap asks it. */
function exampleList(examples: readonly string[]): Html {
  if (examples.length === 0) return html``;
  return html`<section aria-labelledby="examples"><h2 id="examples">For example</h2>
<ul class="examples">${examples.map(
    (question) => html`<li><form method="post" action="/ask" data-ask>
<button class="quiet" name="question" value="${question}">${question}</button></form></li>`,
  )}</ul></section>`;
}

/** The front page: ask, and see what is held. */
export function askPage(parts: AskPageParts): Html {
  const form: AskFormParts = { ...parts, label: 'Your question' };
  return layout({
    title: parts.problem ? 'Your question needs a change' : 'Ask the reports',
    here: 'ask',
    main: html`<h1>Ask the reports</h1>
<p class="intro">Ask in plain words. The answer quotes the reports and links to the paragraph.</p>
${parts.notices.map((notice) => html`<p class="notice">${notice}</p>`)}
${askForm(form)}
${exampleList(parts.examples)}
<section aria-labelledby="held"><h2 id="held">Reports held</h2>
${reportList(parts.reports)}</section>`,
  });
}
