import { findAskedKind } from '../../retrieval/asked-kind.ts';
import type { Outcome } from '../answer-question.ts';
import { type ChosenQuote, chooseQuotes, mergeNeighbours } from './choose-quotes.ts';
import { lackInWords, lacksAnswer } from './lacks-answer.ts';
import type { QuotingState } from './quote-answer.ts';
import { quotedAs } from './quoted-as.ts';
import { readSentences, sentencesRead } from './read-sentences.ts';
import { recordCandidates } from './record-candidates.ts';
import type { WeighedSentence } from './weigh-sentences.ts';

/** Quotes for each part of a question that asks several things. */
const quotesOfPart = 2;

/**
 * Answers a question that asks several things part by part, as only a reader can: what is not answered becomes a gap beside
 * what is. Null for a question of one part, and when no part is answered.
 */
export async function answerParts(
  weighed: readonly WeighedSentence[],
  state: QuotingState,
): Promise<Outcome | null> {
  const { passages, reading, reader, signal } = state;
  if (!reader || reading.parts.length < 2 || reading.spansReports) return null;
  const quotes: ChosenQuote[] = [];
  const why = new Map<WeighedSentence, string>();
  const gaps: string[] = [];
  const most = Math.floor(sentencesRead / reading.parts.length);
  const options = { reader, most, ...(signal ? { signal } : {}) };
  for (const part of reading.parts) {
    const sentences = await readSentences(weighed, { ...reading, fullText: part }, options);
    if (lacksAnswer(sentences)) {
      gaps.push(`“${part}” ${lackInWords(findAskedKind(part))}`);
      continue;
    }
    const chosen = chooseQuotes(sentences, reading, quotesOfPart);
    quotes.push(...chosen.quotes);
    for (const [sentence, reason] of chosen.why) why.set(sentence, reason);
  }
  if (quotes.length === 0) return null;
  return {
    status: 'answered',
    decision: `answered ${reading.parts.length - gaps.length} of ${reading.parts.length} parts`,
    quoted: mergeNeighbours(quotes).map(quotedAs),
    gaps,
    candidates: recordCandidates(passages, [...why.keys()], why),
  };
}
