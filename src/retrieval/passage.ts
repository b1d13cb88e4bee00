import type { StoredParagraph, StoredReport } from '../index/paragraph-store.ts';

/** Narrows a search. `from` and `to` are inclusive years that match any of a report's dates. */
export interface Filters {
  reports?: string[];
  authority?: string;
  from?: number;
  to?: number;
  kind?: string;
  form?: string;
}

/** Whether a paragraph is of the kind and form that the filters ask for. */
export function fitsFilters(
  { kind, form }: Pick<StoredParagraph, 'kind' | 'form'>,
  filters: Pick<Filters, 'kind' | 'form'>,
): boolean {
  return (!filters.kind || kind === filters.kind) && (!filters.form || form === filters.form);
}

/** A sentence of a passage with its closeness to the question. */
export interface PassageSentence {
  start: number;
  end: number;
  /** Cosine similarity to the question, −1 to 1; null without vectors. */
  similarity: number | null;
}

/** A paragraph that retrieval found, with its score and how it came by it. */
export interface Passage {
  paragraph: StoredParagraph;
  report: StoredReport;
  /** Fused score: larger is better; comparable within one search only. */
  score: number;
  /** 1-based rank in each list that found it. */
  ranks: { keyword?: number; paragraph?: number; sentence?: number };
  sentences: PassageSentence[];
}

/** A turn of the conversation before the question. */
export interface Turn {
  role: 'user' | 'assistant';
  content: string;
}
