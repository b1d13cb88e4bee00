import { html } from 'hono/html';
import type { Span } from '../paragraphs/paragraph.ts';
import type { ParagraphView } from '../service/pincite.ts';
import { layout } from './layout.ts';
import type { Html } from './page-options.ts';
import { paragraphText, rowCells } from './paragraph-text.ts';

/** A cited paragraph as it was when it was cited, where the report has changed or gone since. */
export function oldParagraphPage(paragraph: ParagraphView, places: readonly Span[]): Html {
  const { label, heading, form, text, columns, id, report } = paragraph;
  const marking = { spans: places.filter(({ end }) => end <= text.length) };
  const words =
    form === 'table_row'
      ? html`<div class="table"><table>${columns ? html`<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>` : ''}
<tbody><tr>${rowCells(text, marking).map((cell) => html`<td>${cell}</td>`)}</tr></tbody></table></div>`
      : paragraphText(text, marking);
  return layout({
    title: label,
    noIndex: true,
    main: html`<h1>${label}</h1>
<p class="notice">This is the paragraph as it was when an answer cited it. The report has been changed or removed since.
<a href="/reports/${encodeURIComponent(report)}">See the report as it is held now</a>.</p>
${heading.length > 0 ? html`<p class="path-line">${heading.join(' › ')}</p>` : ''}
<div class="report"><div class="paragraph cited" id="para-${id}"><div class="words">${words}</div></div></div>`,
  });
}
