import type { Passage } from '../../retrieval/passage.ts';
import type { RecordedCandidate } from '../answer-record.ts';
import type { WeighedSentence } from './weigh-sentences.ts';

/** Sentences kept a candidate in the record. */
const sentencesRecorded = 5;

/** What was looked at, for the record: each passage with its best sentences, and why each was taken or left. */
export function recordCandidates(
  passages: readonly Passage[],
  weighed: readonly WeighedSentence[],
  why: ReadonlyMap<WeighedSentence, string> = new Map(),
): RecordedCandidate[] {
  return passages.map((passage) => ({
    report: passage.report.id,
    paragraph: passage.paragraph.id,
    score: passage.score,
    ranks: passage.ranks,
    sentences: weighed
      .filter((sentence) => sentence.passage === passage)
      .slice(0, sentencesRecorded)
      .map((sentence) => {
        const reason = why.get(sentence) ?? 'not looked at';
        const taken = reason === 'the most direct' || reason === 'close to the most direct';
        const { start, end, score, similarity, read } = sentence;
        const scores = { score, similarity, ...(read === null ? {} : { read }) };
        return { start, end, ...scores, taken, why: reason };
      }),
  }));
}
