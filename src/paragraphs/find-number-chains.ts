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
/** Words that begin small go on with a sentence, or are an item of a list. */
const smallWeight = 0.7;
const sameIndent = 1.5;
const sameGap = 1;
/** Blanks that a list stands further in than the paragraph around it. */
const setIn = 3;

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
  const ends = new Map<string, Map<string, number>>();
  const links: Link[] = [];
  const followed = new Set<string>();
  const last = new Map<NumberStyle, number>();
  for (const [at, candidate] of candidates.entries()) {
    let best: Link = { score: 1, count: 1, before: null };
    let counted = false;
    let fit = 0;
    const begun = /^["'“‘(]?\p{Ll}/u.test(candidate.rest) ? smallWeight : 1;
    const trust = begun * (candidate.doubtful ? doubtWeight : candidate.free ? 1 : unfreeWeight);
    for (const { key, weight } of keysBefore(candidate)) {
      for (const before of ends.get(key)?.values() ?? []) {
        const score = (links[before]?.score ?? 0) + weight * trust;
        const own = followed.has(`${before} ${candidate.number}`)
          ? 0
          : likeness(candidate, candidates[before]);
        if (!isRanked([score, own, before], [best.score, fit, best.before ?? at])) continue;
        best = { score, count: (links[before]?.count ?? 0) + weight * begun, before };
        fit = own;
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
    if (best.before !== null) followed.add(`${best.before} ${candidate.number}`);
    for (const key of ownKeys(candidate)) {
      const set = ends.get(key) ?? new Map<string, number>();
      const setting = `${candidate.tight ?? false} ${candidate.indent ?? 0}`;
      const rival = set.get(setting);
      if (rival === undefined || !isBetter(links[rival], best)) ends.set(key, set.set(setting, at));
    }
  }
  return links;
}

/** Whether the first differing figure of one is greater: its length, how it is set, how near it stands. */
function isRanked(own: readonly number[], rival: readonly number[]): boolean {
  const place = own.findIndex((value, at) => Math.abs(value - (rival[at] ?? 0)) > 1e-9);
  return place >= 0 && (own[place] ?? 0) > (rival[place] ?? 0);
}

/** Of sequences as long, the one goes on that has not gone on yet, set as far in, with or without empty lines between. */
function likeness(candidate: NumberCandidate, other: NumberCandidate | undefined): number {
  const tight = (candidate.tight ?? false) === (other?.tight ?? false);
  const indent = (candidate.indent ?? 0) === (other?.indent ?? 0);
  return 1 + (tight ? sameGap : 0) + (indent ? sameIndent : 0);
}

/**
 * Of sequences as long the nearer one goes on: a doubtful number in it makes a farther one no better, unless both count
 * on from the same number.
 */
function isBetter(rival: Link | undefined, own: Link): boolean {
  if (rival === undefined || rival.score <= own.score) return false;
  return rival.count > own.count || rival.before === own.before;
}

/**
 * A number printed twice running, by a slip or on purpose, and not the last of a list that is set in; one that a list
 * could begin with says nothing.
 */
function repeats(candidate: NumberCandidate, before: NumberCandidate | undefined): boolean {
  if (!candidate.free || candidate.style === 'bare' || before?.number !== candidate.number) return false;
  if ((before.indent ?? 0) - (candidate.indent ?? 0) >= setIn) return false;
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
  // A section without numbered paragraphs leaves out its number: 7.1 may follow 5.2.
  const counting = steps.findLastIndex((step) => !isFirstStep(step));
  for (let distance = 2; distance <= widestGap && counting >= 0; distance++) {
    const before = stepBefore(steps[counting] ?? '', distance);
    if (before !== null) add([...steps.slice(0, counting), before], gapWeight);
  }
  if (style === 'steps' && steps[0] === 'A')
    for (let step = 1; step <= 20; step++) add([String(step)], gapWeight);
  return keys;
}
