import { classifyKind } from '../../../src/paragraphs/classify-kind.ts';
import { type ParagraphKind, paragraphKinds } from '../../../src/paragraphs/paragraph.ts';
import type { Labelled } from './read-labelled.ts';

/** How well the kinds said agree with the labels. Shares are 0 to 1. */
export interface KindFigures {
  right: number;
  paragraphs: number;
  kinds: Record<ParagraphKind, { precision: number; recall: number; labelled: number }>;
  /** Of the kinds said with at least this confidence, how many there are and what share is right. */
  confident: { from: number; said: number; right: number }[];
}

const confidences = [0.5, 0.6, 0.7, 0.8, 0.9];

/** Classifies labelled paragraphs and counts. */
export function measureKinds(labelled: readonly Labelled[]): KindFigures {
  const judged = labelled.map(({ paragraph, source, kind }) => ({
    label: kind,
    ...classifyKind(paragraph, source),
  }));
  const isRight = ({ kind, label }: (typeof judged)[number]) => kind === label;
  const kinds = Object.fromEntries(
    paragraphKinds.map((kind) => {
      const said = judged.filter((one) => one.kind === kind);
      const meant = judged.filter((one) => one.label === kind);
      const right = said.filter(isRight).length;
      return [kind, { precision: right / said.length, recall: right / meant.length, labelled: meant.length }];
    }),
  ) as KindFigures['kinds'];
  const confident = confidences.map((from) => {
    const said = judged.filter((one) => one.kind !== 'unclassified' && one.kindConfidence >= from);
    return { from, said: said.length, right: said.filter(isRight).length / said.length };
  });
  return {
    right: judged.filter(isRight).length / judged.length,
    paragraphs: judged.length,
    kinds,
    confident,
  };
}
