import type { Paragraph, Span } from '../paragraphs/paragraph.ts';
import type { Reading } from '../paragraphs/reading.ts';
import type { ReportMetadata } from '../reports/report.ts';
import type { RowRanges } from './vector-index.ts';

/** A report as a generation holds it: everything but its paragraphs. */
export interface StoredReport {
  id: string;
  edition: string;
  file: string;
  metadata: ReportMetadata;
  reading: Reading;
  headings: string[];
  columns: string[];
  marks: string[];
  furniture: string[];
  /** Rows of its paragraphs: `from` inclusive, `to` exclusive. */
  rows: [from: number, to: number];
  /** Rows of its sentences, likewise: they follow the order of the paragraphs. */
  sentenceRows: [from: number, to: number];
}

/** A paragraph and its row: its number in the keyword index and the paragraph vectors of one generation. */
export interface StoredParagraph extends Paragraph {
  row: number;
}

/** A sentence, bullet or table row inside a paragraph, and its row in the sentence vectors. */
export interface StoredSentence extends Span {
  row: number;
  paragraphRow: number;
}

/** A short form and what it stands for, as a report itself explains it: "MASH", "Multi-Agency Safeguarding Hub". */
export interface Acronym {
  short: string;
  long: string;
  report: string;
}

/** A keyword hit: larger scores are better (BM25 with its sign turned). */
export interface KeywordHit {
  row: number;
  score: number;
}

/** A word of the corpus as printed (lower case), its stem, and how many paragraphs hold the stem. */
export interface VocabularyWord {
  word: string;
  stem: string;
  paragraphs: number;
}

/** The paragraphs of one generation, and its keyword index. */
export interface ParagraphStore {
  reports(): Promise<StoredReport[]>;
  paragraphsOf(report: string): Promise<StoredParagraph[]>;
  /** Ids match ignoring case. */
  paragraph(report: string, id: string): Promise<StoredParagraph | null>;
  /** Paragraphs that carry this printed number, ignoring case, in order of row, at most `limit`. */
  paragraphsNumbered(
    number: string,
    limit: number,
    within: RowRanges | undefined,
  ): Promise<StoredParagraph[]>;
  /** In the order of `rows`; unknown rows are left out. */
  paragraphsAt(rows: readonly number[]): Promise<StoredParagraph[]>;
  /** The sentences of these paragraphs, in order of row. */
  sentencesOf(paragraphRows: readonly number[]): Promise<StoredSentence[]>;
  /** The paragraph row of each sentence row. */
  paragraphRowsOf(sentenceRows: readonly number[]): Promise<number[]>;
  /**
   * Paragraphs that hold any (`any`) or all (`all`) of the stems, best first. Work is bounded: of many stems the
   * rarest are used.
   */
  keywordSearch(query: {
    stems: readonly string[];
    match: 'any' | 'all';
    limit: number;
    within?: RowRanges;
  }): Promise<KeywordHit[]>;
  /** Every word of the corpus: for spelling, rarity and absence. */
  vocabulary(): Promise<VocabularyWord[]>;
  acronyms(): Promise<Acronym[]>;
}
