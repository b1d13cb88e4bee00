import { html, raw } from 'hono/html';
import type { StoredReport } from '../index/paragraph-store.ts';
import { countInWords } from '../paragraphs/count-in-words.ts';
import type { Paragraph, Span } from '../paragraphs/paragraph.ts';
import type { ReportView } from '../service/pincite.ts';
import { layout } from './layout.ts';
import { type Marking, noMarking } from './marked-text.ts';
import type { Html } from './page-options.ts';
import { readingDetails } from './reading-details.ts';
import { type ReportBlock, reportBlocks } from './report-blocks.ts';
import { type PlacedParagraph, reportParagraph, reportTable } from './report-paragraph.ts';
import { datesInWords } from './wording.ts';

/** What the address asks for: places to mark, and the paragraph that they belong to where it says so. */
export interface ReportTarget {
  places: readonly Span[];
  paragraph?: string | undefined;
}

type Place = (paragraph: Paragraph) => PlacedParagraph;

/** Places beyond a paragraph's end mark nothing: better no mark than a wrong one. */
function markingOf(paragraph: Paragraph, { places, paragraph: wanted }: ReportTarget): Marking {
  if (wanted && wanted.toLowerCase() !== paragraph.id.toLowerCase()) return noMarking;
  const spans = places.filter(({ end }) => end <= paragraph.text.length);
  return wanted ? { spans } : { spans, onlyWhenTargeted: true };
}

function placer(paragraphs: readonly Paragraph[], target: ReportTarget): Place {
  return (paragraph) => ({
    paragraph,
    marking: markingOf(paragraph, target),
    previous: paragraphs[paragraph.position - 1],
    next: paragraphs[paragraph.position + 1],
    cited: target.paragraph?.toLowerCase() === paragraph.id.toLowerCase(),
  });
}

function block(item: ReportBlock, place: Place): Html {
  if (item.kind === 'paragraph') return reportParagraph(place(item.paragraph));
  if (item.kind === 'table') return reportTable(item.columns, item.rows.map(place));
  const tag = raw(`h${item.level}`);
  return html`<${tag} id="${item.id}">${item.text}</${tag}>
`;
}

function contents(blocks: readonly ReportBlock[]): Html {
  const headings = blocks.filter((item) => item.kind === 'heading');
  if (headings.length < 2) return html``;
  return html`<nav class="contents" aria-label="Contents of this report"><details><summary>Contents</summary>
<ul>${headings.map(({ id, text, level }) => html`<li class="level-${level}"><a href="#${id}">${text}</a></li>`)}</ul></details></nav>`;
}

/** What is known of the report, above its words; a bar with its name stays in view further down. */
function head({ metadata, reading, id }: StoredReport, paragraphs: number): Html {
  const { title, authority, authorityShort, documentKind, publisher, dates, source, licence } = metadata;
  const about = [authority, documentKind, publisher && `published by ${publisher}`].filter(Boolean);
  const isLink = source !== null && /^https?:\/\//.test(source);
  const origin = [source && !isLink && `Source: ${source}`, licence].filter(Boolean);
  return html`<div class="report-bar" aria-hidden="true"><span class="report-name">${authorityShort && !title.includes(authorityShort) ? `${authorityShort}: ` : ''}${title}</span> <span>${datesInWords(dates)}</span></div>
<div class="report-head"><h1>${title}</h1>
${about.length > 0 ? html`<p class="about">${about.join(' · ')}</p>` : ''}
<p class="about">${datesInWords(dates)} · ${countInWords(paragraphs, 'paragraph')}</p>
${origin.length > 0 ? html`<p class="about">${origin.join('. ')}.</p>` : ''}
${reading.notice ? html`<p class="notice">${reading.notice}</p>` : ''}
${readingDetails(reading)}
<p class="actions"><a href="/search?reports=${encodeURIComponent(id)}">Search this report</a>${
    isLink ? html`<a href="${source}" rel="noreferrer">Where it was published</a>` : ''
  }</p></div>`;
}

/** A whole report in print order, with the named paragraph and the quoted words marked. */
export function reportPage({ report, paragraphs }: ReportView, target: ReportTarget): Html {
  const blocks = reportBlocks(paragraphs, report.headings);
  const place = placer(paragraphs, target);
  return layout({
    title: report.metadata.title,
    main: html`${head(report, paragraphs.length)}
${contents(blocks)}
<div class="report">
${blocks.map((item) => block(item, place))}</div>`,
  });
}
