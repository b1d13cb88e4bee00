import type { ParagraphKind } from '../paragraphs/paragraph.ts';
import type { NameReading } from './find-name-readings.ts';
import type { UnknownName } from './find-names.ts';

/** How a question was understood: what retrieval searches for and where. */
export interface QuestionReading {
  /** The question as typed, without control characters and surplus blanks. */
  asked: string;
  /** The question as typed with its spelling mended. */
  mended: string;
  /** The question by itself: what a follow-up became with the help of the history. */
  standalone: string;
  /** The standalone question with spelling mended and short forms spelt out, without names that narrow it: for the embedding. */
  searchText: string;
  /**
   * What sentences are read against: the same with the names and years that `searchText` leaves out, or, of a question that
   * compares, what it is about.
   */
  fullText: string;
  /** The questions that it asks at once, each by itself; one for a question that asks one thing. */
  parts: string[];
  /** Stems for the keyword index, without stop words. */
  stems: string[];
  corrections: { from: string; to: string }[];
  expansions: { short: string; long: string }[];
  /** Authorities that the question names, as the corpus spells them. */
  authorities: string[];
  /** Reports that the named authorities leave; all reports when none is named. */
  reports: string[];
  /** Reports that a named year, title or kind of document makes likelier, with a factor above 1. */
  preferred: Record<string, number>;
  /** The kind of paragraph that the question's wording asks for, or null. */
  kind: ParagraphKind | null;
  years: number[];
  /** Whether it asks how things stand, in the present tense and of no year. */
  asksOfNow: boolean;
  /** Whether the question itself, without its history, names an authority of the corpus. */
  namesAuthority: boolean;
  /** Proper names in the question that occur nowhere in the corpus. */
  unknownNames: UnknownName[];
  /** What a name in the question may stand for, when several things of the corpus go by it. */
  nameReadings: NameReading[];
  /** The printed number that the question asks to see, when it asks for nothing else. */
  paragraphNumber: string | null;
  /** Whether the question compares or spans reports. */
  spansReports: boolean;
}
