import type { Answer, Citation, Hit } from '../answer/answer.ts';
import { kindInWords } from '../answer/kind-in-words.ts';
import { dateInWords } from '../answer/report-date.ts';
import { countInWords } from '../paragraphs/count-in-words.ts';
import type { TextStyle } from './text-style.ts';
import { wrapText } from './wrap-text.ts';

/** How results are laid out for people. */
export interface Layout {
  /** Characters a line. */
  width: number;
  style: TextStyle;
  /** Put before the path of a link. */
  baseUrl: string;
}

const indent = '    ';
const shownOfNearest = 160;

/** An answer for a reader: its text with markers, what it cites, and where nothing was found, why and what is near. */
export function formatAnswer(answer: Answer, layout: Layout): string {
  const sections = [
    wrapText(answer.answer, layout.width),
    ...answer.citations.map((citation) => formatCitation(citation, layout)),
    ...(answer.gaps.length > 0
      ? [wrapText(`Not found in these reports: ${answer.gaps.join('; ')}`, layout.width)]
      : []),
    ...formatChoices(answer, layout),
    ...(answer.nearest.length > 0 ? [formatNearest(answer.nearest, layout)] : []),
    layout.style.faint(wrapText(footer(answer), layout.width)),
  ];
  return `${sections.join('\n\n')}\n`;
}

function formatCitation(citation: Citation, layout: Layout): string {
  const { style, width, baseUrl } = layout;
  const date = dateInWords(citation.dates);
  const kind = kindInWords(citation.kind, citation.kind_confidence);
  const origin = [date, citation.heading.join(' › '), kind, citation.voice].filter(Boolean).join(' · ');
  return [
    `${style.bold(`[${citation.marker}] ${citation.label}`)}`,
    ...(origin ? [wrapText(origin, width, indent)] : []),
    ...citation.quotes.map((quote) => wrapText(`“${quote}”`, width, indent)),
    ...(citation.caution ? [wrapText(citation.caution, width, indent)] : []),
    `${indent}${style.faint(baseUrl + citation.url)}`,
  ].join('\n');
}

function formatChoices({ choices = [] }: Answer, { width }: Layout): string[] {
  if (choices.length === 0) return [];
  const lines = choices.map(({ label, question }) => wrapText(`- ${label}: ${question}`, width, '  '));
  return [['Ask one of these instead:', ...lines].join('\n')];
}

function formatNearest(nearest: readonly Hit[], layout: Layout): string {
  const lines = nearest.map((hit) => {
    const start = wrapText(shorten(hit.text), layout.width, indent);
    const caution = hit.caution ? `\n${wrapText(hit.caution, layout.width, indent)}` : '';
    return `  ${layout.style.bold(hit.label)}\n${start}${caution}\n${indent}${layout.style.faint(layout.baseUrl + hit.url)}`;
  });
  return ['Nearest to it:', ...lines].join('\n');
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (line.length <= shownOfNearest) return line;
  const cut = line.lastIndexOf(' ', shownOfNearest);
  return `${line.slice(0, cut > 0 ? cut : shownOfNearest)} …`;
}

function footer({ id, searched, question, reason }: Answer): string {
  const { reports, paragraphs } = searched;
  const asked = searched.question === question ? '' : ` for “${searched.question}”`;
  const names = reports.length > 0 && reports.length <= 8 ? ` (${reports.join(', ')})` : '';
  const why = reason ? ` Reason: ${reason.code}.` : '';
  return `Searched${asked} ${countInWords(paragraphs, 'paragraph')} of ${countInWords(reports.length, 'report')}${names}.${why}\nKept as ${id}.`;
}
