import type { CorpusKnowledge } from '../../retrieval/corpus-knowledge.ts';
import type { Passage } from '../../retrieval/passage.ts';
import type { QuestionReading } from '../../retrieval/question-reading.ts';
import type { Outcome } from '../answer-question.ts';
import type { Reader } from '../reader.ts';
import { answerParts } from './answer-parts.ts';
import { chooseQuotes } from './choose-quotes.ts';
import { type FoundList, findLists } from './find-lists.ts';
import { isOffTopic } from './is-off-topic.ts';
import { quotedAs } from './quoted-as.ts';
import { readSentences } from './read-sentences.ts';
import { recordCandidates } from './record-candidates.ts';
import { refuseUnanswered } from './refuse-unanswered.ts';
import { weighSentences } from './weigh-sentences.ts';

/** What quoting works on. */
export interface QuotingState {
  passages: readonly Passage[];
  reading: QuestionReading;
  knowledge: CorpusKnowledge;
  /** Most quotes in the answer. */
  limit: number;
  reader: Reader | null;
  signal?: AbortSignal;
}

/** Answers from passages with sentences that stand in them, word for word, or says why none of them answers. */
export async function quoteAnswer(state: QuotingState): Promise<Outcome> {
  const { passages, reading, knowledge, limit, reader } = state;
  const lists = findLists(passages, reading);
  if (lists.length > 0) return wholeLists(lists);
  const weighed = weighSentences(passages, reading, knowledge);
  const inParts = await answerParts(weighed, state);
  if (inParts) return inParts;
  const options = state.signal ? { signal: state.signal } : {};
  const sentences = reader ? await readSentences(weighed, reading, { reader, ...options }) : weighed;
  const isFar = isOffTopic(reading, passages, knowledge);
  const refusal = refuseUnanswered({ passages, reading, sentences, isFar });
  if (refusal) return refusal;
  const { quotes, why } = chooseQuotes(sentences, reading, limit);
  return {
    status: 'answered',
    decision: `answered with ${quotes.length} of ${weighed.length} sentences`,
    quoted: quotes.map(quotedAs),
    candidates: recordCandidates(passages, sentences, why),
  };
}

/** A list that is asked for comes whole: half of it would be taken for all of it. */
function wholeLists(lists: readonly FoundList[]): Outcome {
  const quoted = lists.flatMap(({ passage, lead, bullets }) => {
    const { paragraph, report } = passage;
    const said =
      bullets.length === 1
        ? `The one listed under “${lead}”:`
        : `All ${bullets.length} listed under “${lead}”:`;
    return bullets.map(({ start, end }) => ({ paragraph, report, start, end, lead: said }));
  });
  return { status: 'answered', decision: `${lists.length === 1 ? 'a list' : 'lists'} taken whole`, quoted };
}
