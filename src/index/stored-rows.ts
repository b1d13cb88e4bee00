import type { ParagraphForm, ParagraphKind } from '../paragraphs/paragraph.ts';
import type { StoredParagraph, StoredReport } from './paragraph-store.ts';

/** A row of the table `reports`. */
export interface ReportRow {
  id: string;
  edition: string;
  file: string;
  metadata: string;
  reading: string;
  words: string;
  first_row: number;
  end_row: number;
  first_sentence: number;
  end_sentence: number;
}

/** A row of the table `paragraphs`. */
export interface ParagraphRow {
  row: number;
  report: string;
  edition: string;
  id: string;
  position: number;
  number: string | null;
  form: string;
  kind: string;
  kind_confidence: number;
  heading: string;
  label: string;
  text: string;
  columns: string | null;
  page: number | null;
  first_line: number;
  last_line: number;
  hash: string;
}

/** A report as it was before it was written. */
export function reportOf(row: ReportRow): StoredReport {
  const words: Pick<StoredReport, 'headings' | 'columns' | 'marks' | 'furniture'> = JSON.parse(row.words);
  return {
    id: row.id,
    edition: row.edition,
    file: row.file,
    metadata: JSON.parse(row.metadata),
    reading: JSON.parse(row.reading),
    ...words,
    rows: [row.first_row, row.end_row],
    sentenceRows: [row.first_sentence, row.end_sentence],
  };
}

/** A paragraph as it was before it was written. */
export function paragraphOf(row: ParagraphRow): StoredParagraph {
  return {
    row: row.row,
    report: row.report,
    edition: row.edition,
    id: row.id,
    position: row.position,
    number: row.number,
    form: row.form as ParagraphForm,
    kind: row.kind as ParagraphKind,
    kindConfidence: row.kind_confidence,
    heading: JSON.parse(row.heading),
    label: row.label,
    text: row.text,
    columns: row.columns === null ? null : JSON.parse(row.columns),
    page: row.page,
    lines: [row.first_line, row.last_line],
    hash: row.hash,
  };
}
