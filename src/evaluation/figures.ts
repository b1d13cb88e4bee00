import type { Figure, Figures, QuestionResult, TypeResult } from './evaluation.ts';
import { type RankedList, rankedLists } from './rank-paragraphs.ts';

type Results = readonly QuestionResult[];

const depths = [1, 3, 5, 10];
/** Search and answers never vary on one machine; between machines a rounding may turn a question or two. */
const shareTolerance = 0.02;
const wordsTolerance = 3;

/** All evidence cited and all facts told; where the reports do not answer, that it was said so. */
export function isCorrect(result: QuestionResult): boolean {
  if (!result.answerable) return result.status === 'not_found';
  return result.status === 'answered' && isAllCited(result) && result.factsHit === result.facts;
}

function isAllCited({ groups, groupsHit }: QuestionResult): boolean {
  return groups > 0 && groupsHit === groups;
}

/** How often the first right paragraph is among the best, in the search and in each list that it is fused from. */
export function retrievalFigures(results: Results): Figures['retrieval'] {
  const ranked = results.filter(({ answerable, hasHistory }) => answerable && !hasHistory);
  const ofList = (list: 'fused' | RankedList): [string, Figure][] => {
    const ranks = ranked.map(({ ranks }) => ranks[list]);
    const reciprocal = ranks.map((rank) => (rank === null ? 0 : 1 / rank));
    return [
      ...depths.map((depth): [string, Figure] => [
        `${list} recall@${depth}`,
        share(mean(ranks.map((rank) => Number(rank !== null && rank <= depth)))),
      ]),
      [`${list} MRR@10`, { ...share(mean(reciprocal)), unit: 'number' }],
    ];
  };
  return Object.fromEntries(['fused' as const, ...rankedLists].flatMap(ofList));
}

/** What the answers are worth: right, cited, honest, short. */
export function answerFigures(results: Results): Figures['answer'] {
  const answerable = results.filter((result) => result.answerable);
  const unanswerable = results.filter((result) => !result.answerable);
  const answered = results.filter(({ status }) => status === 'answered');
  const isAnswered = ({ status }: QuestionResult) => status === 'answered';
  const withFacts = answerable.filter(({ facts }) => facts > 0);
  return {
    errors: counted(results.filter(({ error }) => error !== null).length),
    'answerable answered': shareOf(answerable, isAnswered),
    correct: shareOf(answerable, isCorrect),
    'all needed evidence cited': shareOf(answerable, (one) => isAnswered(one) && isAllCited(one)),
    'all facts in the answer': shareOf(withFacts, (one) => isAnswered(one) && one.factsHit === one.facts),
    'citation recall': ratio(answerable, 'groupsHit', 'groups'),
    'citation precision': ratio(answerable, 'citedRight', 'citations'),
    'unanswerable refused': shareOf(unanswerable, ({ status }) => status === 'not_found'),
    'clarify, answerable': told(shareOf(answerable, ({ status }) => status === 'clarify')),
    'clarify, unanswerable': told(shareOf(unanswerable, ({ status }) => status === 'clarify')),
    'quotes verbatim': exact(ratio(results, 'verbatim', 'citations')),
    'claims cited': exact(ratio(answered, 'claimsCited', 'claims')),
    'claims that are quotes': exact(ratio(answered, 'claimsQuoted', 'claims')),
    'markers consistent': exact(shareOf(answered, ({ markersRight }) => markersRight)),
    'label words share': told(ratio(answered, 'labelWords', 'words')),
    'words median': words(
      quantile(
        answered.map((one) => one.words),
        0.5,
      ),
    ),
    'words p95': words(
      quantile(
        answered.map((one) => one.words),
        0.95,
      ),
    ),
    'citations median': told(
      counted(
        quantile(
          answered.map((one) => one.citations),
          0.5,
        ),
      ),
    ),
  };
}

/** How long answers and searches took; told, never judged, since machines differ. */
export function timeFigures(results: Results): Figures['time'] {
  const asked = results.flatMap(({ askMs }) => askMs ?? []);
  const searched = results.flatMap(({ searchMs }) => searchMs ?? []);
  const time = (values: readonly number[], portion: number): Figure => ({
    value: quantile(values, portion),
    unit: 'milliseconds',
    better: 'neither',
    tolerance: 0,
  });
  return {
    'ask p50': time(asked, 0.5),
    'ask p95': time(asked, 0.95),
    'search p50': time(searched, 0.5),
    'search p95': time(searched, 0.95),
  };
}

/** The answers by type of question, in the order in which types first occur. */
export function typeResults(results: Results): TypeResult[] {
  return [...new Set(results.map(({ type }) => type))].map((type) => {
    const those = results.filter((result) => result.type === type);
    const portion = (holds: (result: QuestionResult) => boolean) =>
      mean(those.map((one) => Number(holds(one)))) ?? 0;
    return {
      type,
      questions: those.length,
      answered: portion(({ status }) => status === 'answered'),
      allEvidenceCited: portion((one) => one.status === 'answered' && isAllCited(one)),
      correct: portion(isCorrect),
    };
  });
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value that this portion of the values lies below. */
export function quantile(values: readonly number[], portion: number): number | null {
  const place = Math.min(values.length - 1, Math.floor(values.length * portion));
  return values.toSorted((a, b) => a - b)[place] ?? null;
}

function share(value: number | null): Figure {
  return { value, unit: 'share', better: 'higher', tolerance: shareTolerance };
}

function shareOf(results: Results, holds: (result: QuestionResult) => boolean): Figure {
  return share(mean(results.map((result) => Number(holds(result)))));
}

type Counted = {
  [K in keyof QuestionResult]: QuestionResult[K] extends number ? K : never;
}[keyof QuestionResult];

function ratio(results: Results, part: Counted, whole: Counted): Figure {
  const sum = (name: Counted) => results.reduce((total, result) => total + result[name], 0);
  return share(sum(whole) === 0 ? null : sum(part) / sum(whole));
}

/** A promise rather than a measure: one case against it is one too many. */
function exact(figure: Figure): Figure {
  return { ...figure, tolerance: 0 };
}

function told(figure: Figure): Figure {
  return { ...figure, better: 'neither' };
}

function counted(value: number | null): Figure {
  return { value, unit: 'number', better: 'lower', tolerance: 0 };
}

function words(value: number | null): Figure {
  return { value, unit: 'number', better: 'lower', tolerance: wordsTolerance };
}
