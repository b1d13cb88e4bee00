import type { QuestionResult } from '../../src/evaluation/evaluation.ts';

/** What became of a question that was answered, with whatever a test wants to differ. */
export function questionResult(different: Partial<QuestionResult> = {}): QuestionResult {
  return {
    ...{ id: 'q1', type: 'fact', question: 'How many?', answerable: true, hasHistory: false },
    ...{ status: 'answered', reason: null, error: null, answer: 'Six. [1]', cited: [] },
    ranks: { fused: null, keyword: null, paragraph: null, sentence: null },
    ...{ groups: 1, groupsHit: 0, facts: 0, factsHit: 0, citations: 0, citedRight: 0, verbatim: 0 },
    ...{ claims: 0, claimsCited: 0, claimsQuoted: 0, words: 0, labelWords: 0, markersRight: true },
    ...{ askMs: null, searchMs: null },
    ...different,
  };
}
