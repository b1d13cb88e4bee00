import { findAskedKind } from '../../retrieval/asked-kind.ts';
import type { Passage } from '../../retrieval/passage.ts';
import type { QuestionReading } from '../../retrieval/question-reading.ts';
import type { Outcome } from '../answer-question.ts';
import type { Refusal } from '../refuse.ts';
import { wholeQuote } from './choose-quotes.ts';
import { contradicts } from './contradicts.ts';
import { lackInWords, lacksAnswer, lacksNumber } from './lacks-answer.ts';
import { quotedAs } from './quoted-as.ts';
import { recordCandidates } from './record-candidates.ts';
import type { WeighedSentence } from './weigh-sentences.ts';

const offTopic: Refusal = {
  code: 'off_topic',
  text: 'Nothing in the reports held has to do with this question.',
};
const premise: Refusal = {
  code: 'premise',
  text: 'The reports held do not say so; what they say of it is rather the opposite.',
};

/**
 * Refuses what no sentence answers, with the reason. What lies far off in meaning may still be asked in other words, so a reader
 * that finds the answer has the last word; without one, distance decides. Null when there is an answer.
 */
export function refuseUnanswered(state: {
  passages: readonly Passage[];
  reading: QuestionReading;
  /** Weighed and, where there is a reader, read. */
  sentences: readonly WeighedSentence[];
  isFar: boolean;
}): Outcome | null {
  const { passages, reading, sentences, isFar } = state;
  const kind = findAskedKind(reading.asked);
  const wasRead = sentences.some(({ read }) => read !== null);
  const nothingRead = lacksAnswer(sentences, reading.spansReports);
  if (isFar && (!wasRead || nothingRead)) return refused(offTopic, state, null);
  if (!nothingRead && (wasRead || !lacksNumber(sentences, kind))) return null;
  const nearest = sentences[0] ?? null;
  const turned = nearest !== null && contradicts(reading.asked, nearest.text);
  return refused(
    turned ? premise : { code: 'silent', text: lackInWords(kind) },
    { passages, sentences },
    nearest,
  );
}

/** Shows the nearest sentence as what it is: not an answer, but what the reports do say. */
function refused(
  refusal: Refusal,
  { passages, sentences }: { passages: readonly Passage[]; sentences: readonly WeighedSentence[] },
  nearest: WeighedSentence | null,
): Outcome {
  return {
    status: 'not_found',
    decision: `refused: ${refusal.code}`,
    quoted: nearest ? [quotedAs(wholeQuote(nearest))] : [],
    refusal,
    candidates: recordCandidates(passages, sentences),
  };
}
