import type { AskedKind } from '../../retrieval/asked-kind.ts';
import { asksForNumber, holdsKind } from './holds-kind.ts';
import { type WeighedSentence, weights } from './weigh-sentences.ts';

/**
 * How far the best sentence that holds a number may fall behind the best sentence of all before a question for a number
 * counts as not answered, and the reader's score that at least one sentence has to reach. Calibrated in
 * docs/decisions/0009-refusing.md.
 */
export const answerThresholds = { numberMargin: 0.25, read: -1, readToCompare: -4 };

/**
 * Whether the question asks for a number and what was found speaks of the matter without giving one: the sentences
 * about it hold none, and those that hold one are about something else.
 */
export function lacksNumber(weighed: readonly WeighedSentence[], kind: AskedKind): boolean {
  if (!asksForNumber(kind) || weighed.length === 0) return false;
  let best = Number.NEGATIVE_INFINITY;
  let bestHolding = Number.NEGATIVE_INFINITY;
  for (const { text, score } of weighed) {
    const holds = holdsKind(text, kind);
    const bare = holds ? score - weights.kind : score;
    best = Math.max(best, bare);
    if (holds) bestHolding = Math.max(bestHolding, bare);
  }
  return best - bestHolding > answerThresholds.numberMargin;
}

/** Whether the reader finds an answer in none of the sentences that it read; of a comparison each gives but one side. */
export function lacksAnswer(sentences: readonly WeighedSentence[], compares = false): boolean {
  const read = sentences.flatMap((sentence) => (sentence.read === null ? [] : [sentence.read]));
  return (
    read.length > 0 && Math.max(...read) < (compares ? answerThresholds.readToCompare : answerThresholds.read)
  );
}

const whatIsMissing: Partial<Record<AskedKind, string>> = {
  number: 'no sentence found gives the number that is asked for',
  share: 'no sentence found gives the share that is asked for',
  duration: 'no sentence found gives the time that is asked for',
  date: 'no sentence found gives the date that is asked for',
  person: 'no sentence found says who it is',
  place: 'no sentence found says where',
  reason: 'no sentence found gives that as a fact with its reason',
  grade: 'no sentence found gives a judgement of that',
};

/** Says that nothing found answers, and what kind of thing was missed. */
export function lackInWords(kind: AskedKind): string {
  const missing = whatIsMissing[kind];
  return missing
    ? `The reports held speak of this, but ${missing}.`
    : 'The reports held do not say, as far as a search of them shows.';
}
