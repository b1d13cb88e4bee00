import type { AnswerRecord, CitedParagraph } from './answer-record.ts';

/** What a reader said of an answer. */
export interface Feedback {
  verdict: 'helpful' | 'not_helpful';
  comment?: string;
}

/** Keeps answers as they were given, what readers said of them, and the paragraphs they cite. */
export interface AnswerStore {
  save(record: AnswerRecord): Promise<void>;
  /** Null when there never was one; `deleted` when it was there and was deleted. */
  find(id: string): Promise<AnswerRecord | 'deleted' | null>;
  addFeedback(id: string, feedback: Feedback, created: string): Promise<void>;
  feedbackOf(id: string): Promise<(Feedback & { created: string })[]>;
  /** A paragraph of an old edition, kept because an answer cites it. */
  citedParagraph(report: string, edition: string, id: string): Promise<CitedParagraph | null>;
  delete(id: string): Promise<boolean>;
  close(): Promise<void>;
}
