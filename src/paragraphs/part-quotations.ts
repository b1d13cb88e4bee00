import type { Layout } from './layout.ts';
import type { NumberCandidate } from './number-style.ts';

const deeper = 2;

/**
 * Parts what a report quotes from its own sequence: where the end of a sequence is set in deeper than all before it,
 * and a number at the old depth counts on behind it, that number goes on with the sequence and the rest is quoted.
 */
export function partQuotations(chains: readonly NumberCandidate[][], layout: Layout): NumberCandidate[][] {
  const firsts = new Map<string, NumberCandidate[][]>();
  for (const chain of chains) {
    const key = keyOf(chain[0]);
    firsts.set(key, [...(firsts.get(key) ?? []).slice(-3), chain]);
  }
  const moved = new Set<NumberCandidate[]>();
  const parted = chains.flatMap((chain) => {
    const from = quotedFrom(chain, layout);
    const tail = chain.slice(from);
    const own = firsts.get(keyOf(tail[0]))?.find((other) => goesOn(other, chain, { from, layout }));
    if (from === 0 || tail.length === 0 || !own) return [chain];
    moved.add(own);
    return [[...chain.slice(0, from), ...own], tail];
  });
  return parted.filter((chain) => !moved.has(chain)).sort((a, b) => b.length - a.length);
}

function keyOf(candidate: NumberCandidate | undefined): string {
  return candidate ? `${candidate.style} ${candidate.number}` : '';
}

/** The place from which on a sequence is set in deeper than everywhere before; its length where it never is. */
function quotedFrom(chain: NumberCandidate[], layout: Layout): number {
  const depths = chain.map(({ index }) => layout.lines[index]?.indent ?? 0);
  const last = depths.at(-1) ?? 0;
  const shallow = depths.findLastIndex((depth) => depth + deeper <= last);
  const deepest = Math.max(0, ...depths.slice(0, shallow + 1));
  return shallow >= 0 && deepest + deeper <= Math.min(...depths.slice(shallow + 1))
    ? shallow + 1
    : chain.length;
}

function goesOn(
  other: NumberCandidate[],
  chain: NumberCandidate[],
  { from, layout }: { from: number; layout: Layout },
): boolean {
  const depth = layout.lines[chain[0]?.index ?? 0]?.indent ?? 0;
  const first = other[0];
  if (other === chain || !first || first.index < (chain.at(-1)?.index ?? 0)) return false;
  return from > 0 && (layout.lines[first.index]?.indent ?? 0) < depth + deeper;
}
