/** What a figure is measured in; shares are from 0 to 1. */
export type Unit = 'share' | 'number' | 'milliseconds';

/** One measured figure. */
export interface Figure {
  value: number | null;
  unit: Unit;
  /** Which way is better; `neither` is told and never judged. */
  better: 'higher' | 'lower' | 'neither';
  /** How much worse it may get than the baseline before that counts. */
  tolerance: number;
}

export const stages = ['reading', 'retrieval', 'answer', 'time'] as const;
export type Stage = (typeof stages)[number];

/** The figures of each stage by their names. */
export type Figures = Record<Stage, Record<string, Figure>>;

/** What became of one question. */
export interface QuestionResult {
  id: string;
  type: string;
  question: string;
  answerable: boolean;
  hasHistory: boolean;
  status: 'answered' | 'not_found' | 'clarify' | 'error';
  reason: string | null;
  error: string | null;
  answer: string;
  cited: string[];
  /** Places in the answer to a search and in each list that it is fused from; null beyond the tenth. */
  ranks: { fused: number | null; keyword: number | null; paragraph: number | null; sentence: number | null };
  /** Groups of evidence that are needed, and that were cited. */
  groups: number;
  groupsHit: number;
  facts: number;
  factsHit: number;
  citations: number;
  citedRight: number;
  verbatim: number;
  claims: number;
  claimsCited: number;
  claimsQuoted: number;
  words: number;
  labelWords: number;
  markersRight: boolean;
  askMs: number | null;
  searchMs: number | null;
}

/** How the questions of one type were answered, as shares. */
export interface TypeResult {
  type: string;
  questions: number;
  answered: number;
  allEvidenceCited: number;
  correct: number;
}

/** What measuring all stages came to. */
export interface Evaluation {
  /** What was measured on what: generation, model, version. */
  measured: { questions: number; generation: string; model: string | null; version: string };
  figures: Figures;
  types: TypeResult[];
  questions: QuestionResult[];
}
