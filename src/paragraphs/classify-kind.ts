import { accountSignals } from './account-signals.ts';
import { headingSignals } from './heading-signals.ts';
import {
  type Classified,
  type KindSignal,
  type KindSource,
  type KindView,
  type StatedKind,
  viewOf,
} from './kind-signal.ts';
import { type ParagraphKind, paragraphKinds } from './paragraph.ts';
import { placeSignals } from './place-signals.ts';
import { wordingSignals } from './wording-signals.ts';

/** What sort of statement a paragraph is, and how sure that is. */
export interface ClassifiedKind {
  kind: ParagraphKind;
  /** 0 to 1, rounded to two places: about how many of the paragraphs with such signals are of the kind that is likeliest. */
  kindConfidence: number;
}

const signals: readonly KindSignal[] = [
  ...headingSignals,
  ...wordingSignals,
  ...accountSignals,
  ...placeSignals,
];

/** A kind that is no likelier than all others together is not said. */
const leastConfidence = 0.5;

/** In log-odds against a paragraph of no kind, before anything is known of it. */
const start: Record<StatedKind, number> = {
  finding: 0,
  recommendation: -2,
  judgement: -2,
  response: -1.5,
  background: -0.5,
};

/**
 * Weighs headings, wording and place for every kind and takes the likeliest; `unclassified` where none is likely enough,
 * and for title blocks and footnotes, which stand aside from what a report says.
 */
export function classifyKind(paragraph: Classified, source: KindSource): ClassifiedKind {
  if (paragraph.form === 'title' || paragraph.form === 'footnote')
    return { kind: 'unclassified', kindConfidence: 0 };
  const scores = weigh(viewOf(paragraph, source));
  const odds = statedKinds.map((kind) => Math.exp(scores[kind]));
  const all = odds.reduce((sum, one) => sum + one, 1);
  const best = odds.indexOf(Math.max(...odds));
  const kindConfidence = Math.round((100 * (odds[best] ?? 0)) / all) / 100;
  const kind = statedKinds[best] ?? 'unclassified';
  return { kind: kindConfidence <= leastConfidence ? 'unclassified' : kind, kindConfidence };
}

const statedKinds = paragraphKinds.filter((kind) => kind !== 'unclassified');

function weigh(view: KindView): Record<StatedKind, number> {
  const scores = { ...start };
  for (const { weights, strength } of signals) {
    const shown = strength(view);
    if (shown > 0) for (const kind of statedKinds) scores[kind] += shown * (weights[kind] ?? 0);
  }
  return scores;
}
