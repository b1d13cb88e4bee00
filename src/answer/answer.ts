import type { ParagraphForm, ParagraphKind } from '../paragraphs/paragraph.ts';
import type { ReportDates } from '../reports/report.ts';

export const answerStatuses = ['answered', 'not_found', 'clarify'] as const;
export type AnswerStatus = (typeof answerStatuses)[number];

export const reasonCodes = [
  'no_such_authority',
  'no_such_period',
  'no_such_body',
  'incomplete_copy',
  'premise',
  'silent',
  'off_topic',
  'help',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** A part of an answer: a claim says something about the world and carries markers; a label orders or dates. */
export interface AnswerPart {
  text: string;
  role: 'claim' | 'label';
  markers: number[];
}

/** Which paragraph is meant, and what a reader needs to recognise it. */
export interface ParagraphReference {
  report: string;
  edition: string;
  paragraph: string;
  number: string | null;
  label: string;
  title: string;
  dates: ReportDates;
  heading: string[];
  form: ParagraphForm;
  kind: ParagraphKind;
  /** Says that the report was read with low confidence; absent where it was not. */
  caution?: string;
  /** How sure the kind is, 0 to 1; missing in answers that were kept before it was known. */
  kind_confidence?: number;
}

/** A marker in an answer, the paragraph it points to, and its quotes. */
export interface Citation extends ParagraphReference {
  /** 1, 2, 3 … in the order of first use. */
  marker: number;
  /** Whose view it is where it is not the publisher's own. */
  voice?: string;
  /** Spans of the paragraph's text, character for character. */
  quotes: string[];
  /** `/reports/<report>?q=START-END#para-<id>`, the first quote's place. */
  url: string;
}

/** A hit of a search, as `/v1/search` and `nearest` give it. */
export interface Hit extends ParagraphReference {
  text: string;
  /** Spans of `text` to mark, in UTF-16 code units. */
  highlights: [start: number, end: number][];
  score: number;
  url: string;
}

/** A ready question offered with `clarify`. */
export interface Choice {
  label: string;
  question: string;
  filters: { reports?: string[]; authority?: string; from?: number; to?: number };
}

/** What a reader gets. */
export interface Answer {
  id: string;
  question: string;
  /** ISO date and time. */
  created: string;
  status: AnswerStatus;
  reason?: { code: ReasonCode; text: string };
  /** The rendering of `parts` as text with `[1]` after the claims. */
  answer: string;
  parts: AnswerPart[];
  citations: Citation[];
  /** What was asked and not found, where the rest was. */
  gaps: string[];
  choices?: Choice[];
  searched: { reports: string[]; paragraphs: number; question: string };
  nearest: Hit[];
  answerer: 'quote' | 'write';
  generation: string;
}
