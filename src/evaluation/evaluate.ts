import type { Embedder } from '../index/embedder.ts';
import type { Generation } from '../index/generation.ts';
import type { Pincite } from '../service/pincite.ts';
import { countParagraphs } from './count-paragraphs.ts';
import type { Evaluation, QuestionResult } from './evaluation.ts';
import { answerFigures, retrievalFigures, timeFigures, typeResults } from './figures.ts';
import { EvidenceFinder } from './find-evidence.ts';
import { groupsOf, judgeAnswer } from './judge-answer.ts';
import type { Question } from './question-set.ts';
import { rankParagraphs } from './rank-paragraphs.ts';

/** What is measured: the service, and beneath it the generation and embedder that it works with. */
export interface Measured {
  pincite: Pincite;
  generation: Generation;
  embedder: Embedder | null;
  version: string;
  /** Milliseconds from any fixed moment. */
  elapsedMs: () => number;
}

const searched = 10;

/**
 * Measures each stage by itself on a set of questions. A question that fails counts as wrong everywhere. Throws the
 * signal's reason when aborted.
 */
export async function evaluate(
  questions: readonly Question[],
  measured: Measured,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (done: number) => void } = {},
): Promise<Evaluation> {
  const { generation, version } = measured;
  const finder = new EvidenceFinder(measured.pincite);
  const results: QuestionResult[] = [];
  for (const question of questions) {
    signal?.throwIfAborted();
    results.push(await measureQuestion(question, measured, finder));
    onProgress?.(results.length);
  }
  return {
    measured: {
      questions: questions.length,
      generation: generation.id,
      model: measured.embedder && generation.vectors ? measured.embedder.model.name : null,
      version,
    },
    figures: {
      reading: await countParagraphs(generation),
      retrieval: retrievalFigures(results),
      answer: answerFigures(results),
      time: timeFigures(results),
    },
    types: typeResults(results),
    questions: results,
  };
}

async function measureQuestion(
  question: Question,
  measured: Measured,
  finder: EvidenceFinder,
): Promise<QuestionResult> {
  const result = unmeasured(question);
  try {
    const begun = measured.elapsedMs();
    const { answer } = await measured.pincite.ask({
      question: question.question,
      ...(result.hasHistory ? { history: question.history } : {}),
    });
    result.askMs = measured.elapsedMs() - begun;
    Object.assign(result, await judgeAnswer(answer, question, finder));
    if (result.answerable && !result.hasHistory)
      await measureRanks(result, question, { ...measured, finder });
  } catch (error) {
    result.error = error instanceof Error ? error.message : String(error);
    result.status = 'error';
  }
  return result;
}

async function measureRanks(
  result: QuestionResult,
  question: Question,
  measured: Measured & { finder: EvidenceFinder },
): Promise<void> {
  const { pincite, finder, elapsedMs } = measured;
  const wanted = [...question.gold, ...question.also_ok];
  const begun = elapsedMs();
  const { hits } = await pincite.search({ query: question.question, limit: searched });
  result.searchMs = elapsedMs() - begun;
  const lists = await rankParagraphs(question.question, measured);
  result.ranks = {
    fused: await finder.firstRank(hits, wanted),
    keyword: await finder.firstRank(lists.keyword, wanted),
    paragraph: await finder.firstRank(lists.paragraph, wanted),
    sentence: await finder.firstRank(lists.sentence, wanted),
  };
}

function unmeasured(question: Question): QuestionResult {
  const { id, type, gold, history, must_contain } = question;
  return {
    id,
    type,
    question: question.question,
    answerable: gold.length > 0,
    hasHistory: history.length > 0,
    status: 'error',
    reason: null,
    error: null,
    answer: '',
    cited: [],
    ranks: { fused: null, keyword: null, paragraph: null, sentence: null },
    groups: groupsOf(question).size,
    facts: must_contain.length,
    ...{ groupsHit: 0, factsHit: 0, citations: 0, citedRight: 0, verbatim: 0 },
    ...{ claims: 0, claimsCited: 0, claimsQuoted: 0, words: 0, labelWords: 0 },
    markersRight: false,
    askMs: null,
    searchMs: null,
  };
}
