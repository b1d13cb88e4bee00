import type { StoredParagraph, StoredReport } from '../index/paragraph-store.ts';
import type { ParagraphReference } from './answer.ts';

/** What citations and hits say of a paragraph. */
export function referTo(paragraph: StoredParagraph, report: StoredReport): ParagraphReference {
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
    ...(report.reading.caution ? { caution: report.reading.caution } : {}),
    kind_confidence: paragraph.kindConfidence,
  };
}
