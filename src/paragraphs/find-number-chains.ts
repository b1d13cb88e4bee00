import { isFirstStep, type NumberCandidate, type NumberStyle, stepBefore } from './number-style.ts';

interface Link {
  score: number;
  /** What the score would be if every number were set beyond doubt. */
  count: number;
  before: number | null;
}

const gapWeight = 0.4;
const doubtWeight = 0.5;
const unfreeWeight = 0.9;
const widestGap = 3;
/** Decides between sequences that are as long: the one set alike, with or without empty lines between. */
const sameSetting = 0.001;

/** Cuts the candidates into sequences, longest first. Each candidate is in one sequence. */
export function findChains(candidates: NumberCandidate[]): NumberCandidate[][] {
  const links = linkCandidates(candidates);
  const order = [...links.keys()].sort((a, b) => (links[b]?.score ?? 0) - (links[a]?.score ?? 0) || a - b);
  const used = new Set<number>();
  const chains: NumberCandidate[][] = [];
  for (const end of order) {
    const chain: NumberCandidate[] = [];
    for (let at: number | null = end; at !== null && !used.has(at); at = links[at]?.before ?? null) {
      const candidate = candidates[at];
      if (candidate) chain.unshift(candidate);
      used.add(at);
    }
    while (chain.at(-1)?.doubtful) chain.pop();
    while (chain[0]?.doubtful) chain.shift();
    if (chain.length > 0) chains.push(chain);
  }
  return chains.sort((a, b) => b.length - a.length);
}

/** For each candidate the best sequence that ends with it: the longest, and of equals the nearest. */
function linkCandidates(candidates: NumberCandidate[]): Link[] {
  const ends = new Map<string, number>();
  const links: Link[] = [];
  const last = new Map<NumberStyle, number>();
  for (const [at, candidate] of candidates.entries()) {
    let best: Link = { score: 1, count: 1, before: null };
    let counted = false;
    const trust = candidate.doubtful ? doubtWeight : candidate.free ? 1 : unfreeWeight;
    for (const { key, weight } of keysBefore(candidate)) {
      for (const tight of [true, false]) {
        const before = ends.get(`${key} ${tight}`);
        const alike = tight === (candidate.tight ?? false) ? sameSetting : 0;
        const score = before === undefined ? 0 : (links[before]?.score ?? 0) + weight * trust + alike;
        if (before === undefined || score <= best.score) continue;
        best = { score, count: (links[before]?.count ?? 0) + weight, before };
        counted = weight === 1;
      }
    }
    const neighbour = last.get(candidate.style);
    last.set(candidate.style, at);
    // Where both count on from the same number, the second would leave the first out.
    const isRival = !counted || (neighbour !== undefined && best.before === links[neighbour]?.before);
    if (neighbour !== undefined && isRival && repeats(candidate, candidates[neighbour]))
      best = {
        score: (links[neighbour]?.score ?? 0) + gapWeight,
        count: links[neighbour]?.count ?? 0,
        before: neighbour,
      };
    links.push(best);
    for (const own of ownKeys(candidate)) {
      const key = `${own} ${candidate.tight ?? false}`;
      const rival = ends.get(key);
      if (rival === undefined || !isBetter(links[rival], best)) ends.set(key, at);
    }
  }
  return links;
}

/**
 * Of sequences as long the nearer one goes on: a doubtful number in it makes a farther one no better, unless both count
 * on from the same number.
 */
function isBetter(rival: Link | undefined, own: Link): boolean {
  if (rival === undefined || rival.score <= own.score) return false;
  return rival.count > own.count || rival.before === own.before;
}

/** A number printed twice running, by a slip or on purpose; one that a list could begin with says nothing. */
function repeats(candidate: NumberCandidate, before: NumberCandidate | undefined): boolean {
  if (!candidate.free || candidate.style === 'bare' || before?.number !== candidate.number) return false;
  return !isFirstStep(candidate.steps.at(-1) ?? '');
}

/** A candidate ends a sequence at each of its steps: after 2.3 may come 2.4, 2.3.1 or 3.1. */
function ownKeys({ style, steps }: NumberCandidate): string[] {
  if (style === 'slashed') return [`${style} ${steps.join('.')}`];
  return steps.map((_, place) => `${style} ${steps.slice(0, place + 1).join('.')}`);
}

function keysBefore({ style, steps, free }: NumberCandidate): { key: string; weight: number }[] {
  const keys: { key: string; weight: number }[] = [];
  const add = (parts: string[], weight: number) => keys.push({ key: `${style} ${parts.join('.')}`, weight });
  const last = steps.length - 1;
  if (style === 'slashed') {
    for (const [place, step] of steps.entries()) {
      const before = stepBefore(step);
      if (before !== null) add(steps.with(place, before), 1);
    }
    return keys;
  }
  for (let place = last; place >= 0; place--) {
    const before = stepBefore(steps[place] ?? '');
    if (before !== null) add([...steps.slice(0, place), before], 1);
    if (!isFirstStep(steps[place] ?? '')) break;
  }
  if (last > 0 && isFirstStep(steps[last] ?? '')) add(steps.slice(0, last), 1);
  if (!free) return keys;
  for (let distance = 2; distance <= widestGap; distance++) {
    const before = stepBefore(steps[last] ?? '', distance);
    if (before !== null) add([...steps.slice(0, last), before], gapWeight);
  }
  if (style === 'steps' && steps[0] === 'A')
    for (let step = 1; step <= 20; step++) add([String(step)], gapWeight);
  return keys;
}
