import type { Reading } from './reading.ts';

export const paragraphForms = ['numbered', 'text', 'table_row', 'footnote', 'title'] as const;
export type ParagraphForm = (typeof paragraphForms)[number];

export const paragraphKinds = [
  'finding',
  'recommendation',
  'judgement',
  'response',
  'background',
  'unclassified',
] as const;
export type ParagraphKind = (typeof paragraphKinds)[number];

/** The unit that is indexed and cited. */
export interface Paragraph {
  report: string;
  edition: string;
  /** Unique in its report ignoring case; depends on the report's text alone. */
  id: string;
  /** 0-based place in the report. */
  position: number;
  /** The printed number without brackets or final dot. */
  number: string | null;
  form: ParagraphForm;
  kind: ParagraphKind;
  /** How sure the kind is, 0 to 1; low where the paragraph is unclassified. */
  kindConfidence: number;
  /** Headings from the outermost to the innermost. */
  heading: string[];
  /** For people and committees: "Anytown 2013, para 39". */
  label: string;
  /** The printed words; bullets one a line as "- …"; table cells separated by tabs. */
  text: string;
  /** Column heads of a table row, else null. Indexed and shown, but not part of `text`. */
  columns: string[] | null;
  page: number | null;
  /** First and last line in the source, 1-based, inclusive. */
  lines: [number, number];
  /** First 16 hex digits of the SHA-256 of `text`. */
  hash: string;
}

/**
 * A report taken apart. Every word of the report is in exactly one of: a paragraph's text or printed number,
 * a heading, a column head, a footnote mark, or furniture.
 */
export interface SplitReport {
  paragraphs: Paragraph[];
  /** Every printed heading once per occurrence, in order. */
  headings: string[];
  /** Every printed column head once per occurrence. */
  columns: string[];
  /** Footnote marks as printed, once per occurrence (in the text and at the foot). */
  marks: string[];
  /** Running heads and feet, page numbers, contents lists: what is not cited. */
  furniture: string[];
  reading: Reading;
}

/** A span of a paragraph's text in UTF-16 code units, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}
