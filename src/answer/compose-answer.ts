import type { StoredParagraph, StoredReport } from '../index/paragraph-store.ts';
import type { AnswerPart, Citation } from './answer.ts';
import { findVoice } from './find-voice.ts';
import { paragraphUrl } from './paragraph-url.ts';
import { referTo } from './refer-to.ts';
import { reportInWords } from './report-date.ts';

/** A span of a paragraph that an answer quotes. */
export interface Quoted {
  paragraph: StoredParagraph;
  report: StoredReport;
  start: number;
  end: number;
  /** Said before this quote, once for quotes that follow each other with the same one. */
  lead?: string;
}

/** An answer's parts and the citations that they use. */
export interface Composed {
  parts: AnswerPart[];
  citations: Citation[];
}

/**
 * Puts quotes together, report by report: a dated label, what leads the quotes in where they are a list, then each quote as a
 * claim with its marker. Quotes of one paragraph share a marker. `ageOf` says of a report what its date does not.
 */
export function composeAnswer(
  quoted: readonly Quoted[],
  ageOf: (report: StoredReport) => string | null = () => null,
): Composed {
  const parts: AnswerPart[] = [];
  const citations: Citation[] = [];
  let current: string | null = null;
  let lead: string | undefined;
  for (const quote of quoted) {
    if (quote.report.id !== current) {
      current = quote.report.id;
      lead = undefined;
      parts.push({ text: reportLabel(quote.report, ageOf(quote.report)), role: 'label', markers: [] });
    }
    if (quote.lead && quote.lead !== lead) parts.push({ text: quote.lead, role: 'label', markers: [] });
    lead = quote.lead;
    const citation = citationOf(quote, citations);
    const text = quote.paragraph.text.slice(quote.start, quote.end);
    if (!citation.quotes.includes(text)) citation.quotes.push(text);
    parts.push({ text, role: 'claim', markers: [citation.marker] });
  }
  return { parts, citations };
}

/** "Anytown, January 2013 (incomplete copy):": in brackets what a reader has to know of the report. */
function reportLabel(report: StoredReport, age: string | null): string {
  const incomplete = report.reading.missing.length > 0 ? 'incomplete copy' : null;
  const doubtful = report.reading.caution ? 'read with low confidence' : null;
  const notes = [age, incomplete, doubtful].filter((note) => note !== null).join('; ');
  return `${reportInWords(report.metadata)}${notes ? ` (${notes})` : ''}:`;
}

function citationOf({ paragraph, report, start, end }: Quoted, citations: Citation[]): Citation {
  const existing = citations.find((one) => one.report === report.id && one.paragraph === paragraph.id);
  if (existing) return existing;
  const voice = findVoice(paragraph.text.slice(start, end), report.metadata);
  const citation: Citation = {
    marker: citations.length + 1,
    ...referTo(paragraph, report),
    ...(voice ? { voice } : {}),
    quotes: [],
    url: paragraphUrl(report.id, paragraph.id, { start, end }),
  };
  citations.push(citation);
  return citation;
}

/** The answer as plain text: parts in order, `[1]` after the claims. */
export function renderAnswer(parts: readonly AnswerPart[]): string {
  return parts
    .map(({ text, role, markers }) =>
      role === 'label' ? text : `${text} ${markers.map((marker) => `[${marker}]`).join('')}`,
    )
    .join('\n');
}
