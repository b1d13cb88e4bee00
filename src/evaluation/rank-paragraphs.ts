import type { Embedder } from '../index/embedder.ts';
import type { Generation } from '../index/generation.ts';
import { corpusKnowledge } from '../retrieval/corpus-knowledge.ts';
import { findPassages } from '../retrieval/find-passages.ts';
import type { Passage } from '../retrieval/passage.ts';
import { readQuestion } from '../retrieval/read-question.ts';
import type { PointsToParagraph } from './find-evidence.ts';

export const rankedLists = ['keyword', 'paragraph', 'sentence'] as const;
export type RankedList = (typeof rankedLists)[number];

/** More than all lists together hold. */
const everything = 1_000;
const ranksLookedAt = 10;

/** The ten best paragraphs of each list that a search is fused from, as the search itself ranked them. */
export async function rankParagraphs(
  text: string,
  { generation, embedder }: { generation: Generation; embedder: Embedder | null },
): Promise<Record<RankedList, PointsToParagraph[]>> {
  const knowledge = corpusKnowledge(generation);
  const reading = readQuestion({ text, history: [], knowledge, reports: generation.reports });
  const { passages } = await findPassages({ generation, embedder, reading, filters: {}, limit: everything });
  const best = (list: RankedList) => bestOf(passages, list);
  return { keyword: best('keyword'), paragraph: best('paragraph'), sentence: best('sentence') };
}

function bestOf(passages: readonly Passage[], list: RankedList): PointsToParagraph[] {
  return passages
    .flatMap(({ ranks, paragraph }) => {
      const rank = ranks[list];
      return rank === undefined || rank > ranksLookedAt
        ? []
        : [{ rank, report: paragraph.report, paragraph: paragraph.id }];
    })
    .sort((a, b) => a.rank - b.rank);
}
