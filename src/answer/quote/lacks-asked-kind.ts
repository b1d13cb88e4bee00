import type { AskedKind } from './asked-kind.ts';
import { holdsKind } from './asked-kind.ts';
import { type WeighedSentence, weights } from './weigh-sentences.ts';

/**
 * How far the best sentence that holds a number may fall behind the best sentence of all before a question for a
 * number counts as not answered. Calibrated in docs/decisions/0009-refusing.md.
 */
export const kindMargins = { number: 0.25 };

/**
 * Whether the question asks for a number and what was found speaks of the matter without giving one: the sentences
 * about it hold none, and those that hold one are about something else.
 */
export function lacksAskedKind(weighed: readonly WeighedSentence[], kind: AskedKind): boolean {
  if (kind !== 'number' || weighed.length === 0) return false;
  let best = Number.NEGATIVE_INFINITY;
  let bestHolding = Number.NEGATIVE_INFINITY;
  for (const { text, score } of weighed) {
    const holds = holdsKind(text, kind);
    const bare = holds ? score - weights.kind : score;
    best = Math.max(best, bare);
    if (holds) bestHolding = Math.max(bestHolding, bare);
  }
  return best - bestHolding > kindMargins.number;
}
