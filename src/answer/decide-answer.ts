import type { Generation } from '../index/generation.ts';
import type { StoredReport } from '../index/paragraph-store.ts';
import type { CorpusKnowledge } from '../retrieval/corpus-knowledge.ts';
import type { Passage } from '../retrieval/passage.ts';
import type { QuestionReading } from '../retrieval/question-reading.ts';
import type { AnswerSetting, AskedQuestion, Outcome } from './answer-question.ts';
import { clarifyName } from './clarify-name.ts';
import { describeCorpus } from './describe-corpus.ts';
import { openLabelled, openParagraph } from './open-paragraph.ts';
import { quoteAnswer } from './quote/quote-answer.ts';
import { refuseAfterSearch, refuseBeforeSearch } from './refuse.ts';
import { refuseAbsent } from './refuse-absent.ts';
import { refuseHelp } from './refuse-help.ts';

/** Most quotes in an answer, unless the asker says otherwise. */
const usualLimit = 3;

/**
 * Decides what a question gets: a paragraph that it names, a choice, what is held, a refusal, or quotes that answer. The first
 * that fits counts.
 */
export async function decideAnswer(state: {
  question: AskedQuestion;
  reading: QuestionReading;
  scope: readonly StoredReport[];
  knowledge: CorpusKnowledge;
  passages: readonly Passage[];
  setting: AnswerSetting;
}): Promise<Outcome> {
  const { question, reading, scope, knowledge, passages, setting } = state;
  const { generation } = setting;
  const opened = (await openAsked(reading, scope, generation)) ?? clarifyName(reading);
  if (opened) return opened;
  const early =
    refuseHelp(reading.asked, setting.helpSignpost) ?? refuseBeforeSearch(reading, scope, knowledge);
  const described = early ? null : await describeCorpus(reading, scope, generation);
  if (described) return described;
  const refusal =
    early ?? (await refuseAbsent(reading.mended, scope, generation)) ?? refuseAfterSearch(reading, passages);
  if (refusal) return { status: 'not_found', decision: `refused: ${refusal.code}`, quoted: [], refusal };
  const { reader, signal } = setting;
  return quoteAnswer({
    ...{ passages, reading, knowledge, reader },
    limit: question.limit ?? usualLimit,
    ...(signal ? { signal } : {}),
  });
}

/** Opens the paragraph that the question names by its label or its number, if it does. */
async function openAsked(
  reading: QuestionReading,
  scope: readonly StoredReport[],
  generation: Generation,
): Promise<Outcome | null> {
  const labelled = await openLabelled(reading.asked, scope, generation);
  if (labelled || reading.paragraphNumber === null) return labelled;
  return openParagraph(reading.paragraphNumber, scope, generation);
}
