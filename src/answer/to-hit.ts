import type { StoredParagraph, StoredReport } from '../index/paragraph-store.ts';
import type { Hit } from './answer.ts';
import { paragraphUrl } from './paragraph-url.ts';

/** A found paragraph as a search result. */
export function toHit(found: {
  paragraph: StoredParagraph;
  report: StoredReport;
  score: number;
  highlights: [start: number, end: number][];
}): Hit {
  const { paragraph, report, score, highlights } = found;
  return {
    report: report.id,
    edition: report.edition,
    paragraph: paragraph.id,
    number: paragraph.number,
    label: paragraph.label,
    title: report.metadata.title,
    dates: report.metadata.dates,
    heading: paragraph.heading,
    form: paragraph.form,
    kind: paragraph.kind,
    text: paragraph.text,
    highlights,
    score,
    url: paragraphUrl(report.id, paragraph.id),
  };
}
