import type { Answer } from './answer.ts';

/** One thing that was looked at, with its scores, and whether and why it was taken. */
export interface RecordedCandidate {
  report: string;
  paragraph: string;
  score: number;
  ranks: { keyword?: number; paragraph?: number; sentence?: number };
  /** Sentences that were weighed, best first. */
  sentences: {
    start: number;
    end: number;
    score: number;
    similarity: number | null;
    /** The trained reader's score, where it read the sentence. */
    read?: number;
    taken: boolean;
    why: string;
  }[];
}

/** Everything that led to an answer, kept with it: `--explain` shows it. */
export interface AnswerRecord {
  answer: Answer;
  /** How the question was read: each finding as a name and a value in words. */
  reading: { name: string; value: string }[];
  /** Notices that concern the search as a whole ("keyword search alone: …"). */
  notices: string[];
  candidates: RecordedCandidate[];
  decision: string;
  thresholds: Record<string, number>;
  versions: {
    pincite: string;
    schema: number;
    model: string | null;
    reader: string | null;
    generation: string;
  };
  /** Milliseconds a stage. */
  timings: Record<string, number>;
  /** Hash and text of each cited paragraph, so that the answer stays checkable when the report changes. */
  cited: CitedParagraph[];
}

/** A cited paragraph as it was when it was cited. */
export interface CitedParagraph {
  report: string;
  edition: string;
  id: string;
  number: string | null;
  label: string;
  heading: string[];
  form: string;
  kind: string;
  text: string;
  columns: string[] | null;
  hash: string;
  page: number | null;
  lines: [number, number];
}
