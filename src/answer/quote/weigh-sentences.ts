import { stemsOf } from '../../index/stem-words.ts';
import { type AskedKind, findAskedKind } from '../../retrieval/asked-kind.ts';
import type { CorpusKnowledge } from '../../retrieval/corpus-knowledge.ts';
import type { Passage } from '../../retrieval/passage.ts';
import type { QuestionReading } from '../../retrieval/question-reading.ts';
import { asksForNumber, holdsKind } from './holds-kind.ts';

/** What each kind of evidence adds to a sentence's score, in the same unit. */
export const weights = { similarity: 6, passage: 1, words: 0.5, kind: 0.3, title: -0.4, titleLabel: 0.8 };

/** A sentence that could be quoted, and how well it answers. */
export interface WeighedSentence {
  passage: Passage;
  /** Index in the passage's sentences. */
  place: number;
  start: number;
  end: number;
  text: string;
  stems: ReadonlySet<string>;
  similarity: number | null;
  /** The reader's score; null where it did not read. */
  read: number | null;
  score: number;
}

/** Weighs every quotable sentence of the passages, best first. */
export function weighSentences(
  passages: readonly Passage[],
  reading: QuestionReading,
  knowledge: CorpusKnowledge,
): WeighedSentence[] {
  const top = Math.max(...passages.map((passage) => passage.score), Number.MIN_VALUE);
  const kind = findAskedKind(reading.standalone);
  return passages
    .flatMap((passage) =>
      passage.sentences.flatMap((sentence, place): WeighedSentence[] => {
        const text = passage.paragraph.text.slice(sentence.start, sentence.end);
        if (!isQuotable(text, passage.paragraph.text)) return [];
        const { start, end, similarity } = sentence;
        const stems = new Set(stemsOf(text));
        const score =
          weights.similarity * (similarity ?? 0) +
          weights.passage * (passage.score / top) +
          weights.words * sharedWords(stems, reading, knowledge) +
          weights.kind * kindShare(text, kind) +
          titleWeight(passage, text, reading, kind);
        return [{ passage, place, start, end, text, stems, similarity, read: null, score }];
      }),
    )
    .toSorted((a, b) => b.score - a.score);
}

/** A quote of one or two words proves nothing unless it is the whole paragraph. */
function isQuotable(sentence: string, paragraph: string): boolean {
  const words = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  return words >= 3 || sentence === paragraph;
}

/** Share of the question's words that are among these stems, rare words counting more; 0 to 1. */
export function sharedWords(
  held: ReadonlySet<string>,
  reading: QuestionReading,
  knowledge: CorpusKnowledge,
): number {
  let all = 0;
  let shared = 0;
  for (const stem of reading.stems) {
    const rarity = Math.log(1 + knowledge.paragraphs / (1 + (knowledge.stemFrequency.get(stem) ?? 0)));
    all += rarity;
    if (held.has(stem)) shared += rarity;
  }
  return all === 0 ? 0 : shared / all;
}

/**
 * Lines of a title block repeat the words of every question about the report, so they count less, unless what is asked
 * for is what such a line is headed ("Published: …").
 */
function titleWeight(passage: Passage, text: string, reading: QuestionReading, kind: AskedKind): number {
  if (passage.paragraph.form !== 'title') return 0;
  const label = stemsOf(/^([^:]{3,40}):\s/.exec(text)?.[1] ?? '');
  if (label.length > 0 && label.every((stem) => reading.stems.includes(stem))) return weights.titleLabel;
  return hasTypedAnswer(kind) ? 0 : weights.title;
}

/** Whether a number, a date or a name is asked for, which a title block may well hold. */
function hasTypedAnswer(kind: AskedKind): boolean {
  return asksForNumber(kind) || kind === 'date' || kind === 'person';
}

function kindShare(text: string, kind: AskedKind): number {
  return holdsKind(text, kind) ? 1 : 0;
}
