import { html } from 'hono/html';
import type { Paragraph } from '../paragraphs/paragraph.ts';
import { kindMark } from './kind-mark.ts';
import type { Marking } from './marked-text.ts';
import type { Html } from './page-options.ts';
import { paragraphText, rowCells } from './paragraph-text.ts';

/** A paragraph with what surrounds it on the report's page. */
export interface PlacedParagraph {
  paragraph: Paragraph;
  marking: Marking;
  previous: Paragraph | undefined;
  next: Paragraph | undefined;
  /** The address names this paragraph. */
  cited: boolean;
}

/** The address of a paragraph on its report's page, without any marked words. */
function paragraphPath({ report, id }: Pick<Paragraph, 'report' | 'id'>): string {
  return `/reports/${encodeURIComponent(report)}#para-${encodeURIComponent(id)}`;
}

/** What a reader who came for this paragraph wants to know: seen only where the address points. */
function placeInReport({ paragraph, previous, next }: PlacedParagraph): Html {
  const neighbour = (way: string, other: Paragraph | undefined) =>
    other
      ? html`<a href="${paragraphPath(other)}">${way}<span class="unseen">: ${other.label}</span></a>`
      : '';
  return html`<div class="place"><span>${paragraph.label}</span>${
    paragraph.page ? html`<span>page ${paragraph.page}</span>` : ''
  }${neighbour('Previous', previous)}${neighbour('Next', next)}</div>`;
}

function permalink(paragraph: Paragraph): Html {
  return html`<a class="number" href="${paragraphPath(paragraph)}" aria-label="Link to ${paragraph.label}">${
    paragraph.number === null ? '¶' : paragraph.number
  }</a>`;
}

const kindsWorthSaying = new Set(['recommendation', 'response']);

/** A paragraph outside tables: its printed number, its words, its place. */
export function reportParagraph(placed: PlacedParagraph): Html {
  const { paragraph, marking, cited } = placed;
  const { form, kind, kindConfidence, heading } = paragraph;
  return html`<div class="paragraph ${form.replace('_', '-')}${cited ? ' cited' : ''}" id="para-${paragraph.id}">
${permalink(paragraph)}<div class="words">
${heading.length > 0 ? html`<p class="path">${heading.join(' › ')}</p>` : ''}
${kindsWorthSaying.has(kind) ? html`<p class="kind-line">${kindMark(kind, kindConfidence)}</p>` : ''}
${paragraphText(paragraph.text, marking)}
${placeInReport(placed)}</div></div>
`;
}

/** Rows that follow each other under the same column heads. */
export function reportTable(columns: string[] | null, rows: readonly PlacedParagraph[]): Html {
  const cells = rows.map(({ paragraph, marking }) => rowCells(paragraph.text, marking));
  const width = Math.max(columns?.length ?? 0, ...cells.map(({ length }) => length));
  const padding = (used: number) => Array.from({ length: width - used }, () => html`<td></td>`);
  const head = columns
    ? html`<thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}${padding(columns.length)}<th scope="col"><span class="unseen">Link</span></th></tr></thead>`
    : '';
  return html`<div class="table" tabindex="0" role="region" aria-label="Table: ${rows[0]?.paragraph.label ?? ''}"><table>${head}<tbody>
${rows.map((placed, row) => {
  const own = cells[row] ?? [];
  return html`<tr class="${placed.cited ? 'cited' : ''}" id="para-${placed.paragraph.id}">${own.map(
    (cell) => html`<td>${cell}</td>`,
  )}${padding(own.length)}<td class="row-link">${permalink(placed.paragraph)}${placeInReport(placed)}</td></tr>
`;
})}</tbody></table></div>
`;
}
