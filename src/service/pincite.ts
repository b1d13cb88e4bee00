import type { Answer, Hit } from '../answer/answer.ts';
import type { AnswerRecord } from '../answer/answer-record.ts';
import type { Feedback } from '../answer/answer-store.ts';
import type { StoredParagraph, StoredReport } from '../index/paragraph-store.ts';
import type { Filters, Turn } from '../retrieval/passage.ts';

export interface AskRequest {
  question: string;
  history?: Turn[];
  filters?: Pick<Filters, 'reports' | 'authority' | 'from' | 'to'>;
  answerer?: 'quote' | 'write';
  /** Most claims in the answer. */
  limit?: number;
}

export interface SearchRequest {
  query: string;
  match?: 'meaning' | 'exact';
  filters?: Filters;
  limit?: number;
}

/** The stages that an asker may watch. */
export type AskStage = 'reading' | 'searching' | 'answering';

/** A paragraph as a page or a program reads it, with its neighbours' ids. */
export interface ParagraphView {
  report: string;
  edition: string;
  id: string;
  number: string | null;
  label: string;
  heading: string[];
  form: string;
  kind: string;
  /** Missing where the paragraph is known from a kept answer alone. */
  kindConfidence?: number;
  text: string;
  columns: string[] | null;
  page: number | null;
  lines: [number, number];
  previous: string | null;
  next: string | null;
  url: string;
}

export interface ReportView {
  report: StoredReport;
  paragraphs: StoredParagraph[];
}

export interface Readiness {
  ready: boolean;
  generation: string | null;
  reports: number;
  paragraphs: number;
  /** "meaning and keywords", or why it is keywords alone. */
  search: string;
  notices: string[];
}

/**
 * Everything a door can ask for. Doors hold this and nothing behind it. Methods throw AppError (`not_found`,
 * `invalid_request`, `index_missing`, `timed_out` …).
 */
export interface Pincite {
  ask(
    request: AskRequest,
    options?: { signal?: AbortSignal; onStage?: (stage: AskStage) => void },
  ): Promise<AnswerRecord>;
  search(request: SearchRequest, options?: { signal?: AbortSignal }): Promise<{ hits: Hit[]; total: number }>;
  reports(): Promise<StoredReport[]>;
  report(id: string): Promise<ReportView>;
  paragraph(report: string, id: string, edition?: string): Promise<ParagraphView>;
  answer(id: string): Promise<Answer>;
  /** The full record of an answer, for administrators and `--explain`. */
  record(id: string): Promise<AnswerRecord>;
  addFeedback(id: string, feedback: Feedback): Promise<void>;
  deleteAnswer(id: string): Promise<void>;
  readiness(): Promise<Readiness>;
}
