import type { ParagraphForm } from './paragraph.ts';

/** Numbers of one style that count on from each other, as printed. */
export interface NumberRun {
  /** How its numbers are printed: "arabic, with a full stop". */
  style: string;
  from: string;
  to: string;
  /** How many paragraphs carry its numbers. */
  count: number;
  /** The innermost heading above its first number. */
  heading: string | null;
  /** It counts from the first number again after an earlier run of its style. */
  restarts: boolean;
  /** Numbers that are not there between two neighbours: "7", "12–14". */
  gaps: string[];
  /** Numbers that come twice running. */
  repeats: string[];
  /**
   * Places where the numbers go back, or where a run goes on from elsewhere than the one before it of its style ended;
   * `from` is null where none came before.
   */
  jumps: { from: string | null; to: string }[];
}

/** Lines of text that were taken for no part of the report. */
export interface FurnitureCounts {
  /** Running heads and feet and page numbers. */
  running: number;
  /** Lines of contents lists. */
  contents: number;
  /** Pieces that the file itself sets apart: a page's running heads by their place, a web page's navigation and notices. */
  outside: number;
}

/** What a reading of a report found, for an honest account of it. */
export interface Reading {
  numbered: number;
  unnumbered: number;
  /** Paragraphs of each form. */
  forms: Record<ParagraphForm, number>;
  /** In print order. */
  numbering: NumberRun[];
  /** Lines that begin with a number that belongs to no run: how many, and the first of them. */
  unexplained: { count: number; lines: string[] };
  /** Where the format has pages of its own. */
  pages: { count: number; textless: number[] } | null;
  furniture: FurnitureCounts;
  /** Sections that the contents list names and the body lacks, as printed in the list. */
  missing: string[];
  /** From 0 to 1: how far the paragraphs can be believed to be those of the print. */
  confidence: number;
  /** What takes from the confidence, in sentences, the weightiest first. */
  reasons: string[];
  /** A sentence that goes wherever the report is cited when the confidence is low, else null. */
  caution: string | null;
  /** A sentence for people when the copy is incomplete, else null. */
  notice: string | null;
}
