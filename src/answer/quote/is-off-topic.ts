import { stemsOf } from '../../index/stem-words.ts';
import type { CorpusKnowledge } from '../../retrieval/corpus-knowledge.ts';
import type { Passage } from '../../retrieval/passage.ts';
import type { QuestionReading } from '../../retrieval/question-reading.ts';
import { sharedWords } from './weigh-sentences.ts';

/**
 * Below these, what was found has nothing to do with the question. Closeness is the best sentence's similarity plus a
 * tenth of the share of the question's words that one passage holds plus a tenth of the share that the corpus holds;
 * measured in docs/decisions/0009-refusing.md.
 */
export const topicThresholds = { closeness: 0.87, sharedWordsAlone: 0.2 };

/** Whether what was found lies too far from the question to have to do with it. */
export function isOffTopic(
  reading: QuestionReading,
  passages: readonly Passage[],
  knowledge: CorpusKnowledge,
): boolean {
  const shared = Math.max(
    ...passages.map(({ paragraph }) => sharedWords(new Set(stemsOf(paragraph.text)), reading, knowledge)),
  );
  const similarity = bestSimilarity(passages);
  const known =
    reading.stems.filter((stem) => knowledge.stemFrequency.has(stem)).length / reading.stems.length;
  return similarity === null
    ? shared < topicThresholds.sharedWordsAlone
    : similarity + 0.1 * shared + 0.1 * known < topicThresholds.closeness;
}

/** The similarity of the nearest sentence to the question; null without vectors. */
function bestSimilarity(passages: readonly Passage[]): number | null {
  const similarities = passages.flatMap(({ sentences }) =>
    sentences.flatMap(({ similarity }) => (similarity === null ? [] : [similarity])),
  );
  return similarities.length > 0 ? Math.max(...similarities) : null;
}
