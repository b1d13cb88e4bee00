import { html } from 'hono/html';
import type { StoredReport } from '../index/paragraph-store.ts';
import { countInWords } from '../paragraphs/count-in-words.ts';
import type { Html } from './page-options.ts';
import { datesInWords } from './wording.ts';

const mostShownOpen = 12;

function reportEntry({ id, metadata, reading, rows }: StoredReport): Html {
  const about = [
    metadata.authority,
    datesInWords(metadata.dates),
    countInWords(rows[1] - rows[0], 'paragraph'),
  ];
  return html`<li><a href="/reports/${encodeURIComponent(id)}">${metadata.title}</a>
<span class="about">${about.filter(Boolean).join(' · ')}</span>
${reading.notice ? html`<span class="notice">${reading.notice}</span>` : ''}
${reading.caution ? html`<span class="notice">${reading.caution}</span>` : ''}</li>`;
}

/** The reports held, with what a reader needs to tell them apart; a long list is folded away. */
export function reportList(reports: readonly StoredReport[]): Html {
  const list = html`<ul class="reports">${reports.map(reportEntry)}</ul>`;
  if (reports.length === 0) return html`<p>No reports are held yet.</p>`;
  if (reports.length <= mostShownOpen) return list;
  return html`<details><summary>Show all ${countInWords(reports.length, 'report')}</summary>${list}</details>`;
}
