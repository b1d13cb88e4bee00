import { distance } from 'fastest-levenshtein';
import type { CorpusKnowledge } from './corpus-knowledge.ts';
import { englishWords } from './english-words.ts';

/** Words shorter than this are left alone: too many real words lie one letter away. */
const shortestMended = 5;

/**
 * The corpus's word that a mistyped word most likely means, or null. A word of the corpus or of the language is no
 * mistake. Up to seven letters may differ by one edit, longer words by two; swapped neighbours count as one. Only words that
 * begin with the same letter are weighed.
 */
export function mendSpelling(word: string, knowledge: CorpusKnowledge): string | null {
  const lower = word.toLowerCase();
  if (lower.length < shortestMended || !/^\p{L}+$/u.test(lower)) return null;
  if (knowledge.wordFrequency.has(lower) || englishWords.has(lower)) return null;
  const allowed = lower.length >= 8 ? 2 : 1;
  let best: { word: string; edits: number; paragraphs: number } | null = null;
  for (const candidate of knowledge.wordsByFirstLetter.get(lower.charAt(0)) ?? []) {
    if (Math.abs(candidate.length - lower.length) > allowed || candidate.length < shortestMended - 1)
      continue;
    const edits = editDistance(lower, candidate);
    if (edits > allowed) continue;
    const paragraphs = knowledge.wordFrequency.get(candidate) ?? 0;
    if (!best || edits < best.edits || (edits === best.edits && paragraphs > best.paragraphs)) {
      best = { word: candidate, edits, paragraphs };
    }
  }
  return best?.word ?? null;
}

function editDistance(a: string, b: string): number {
  const edits = distance(a, b);
  return edits === 2 && isSwap(a, b) ? 1 : edits;
}

/** Two words that differ only in the order of two neighbouring letters. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, place) => letter !== b[place]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
