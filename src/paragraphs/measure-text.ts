import type { Draft } from './gather-paragraphs.ts';
import { beginsLowerCase, countWords } from './wording.ts';

/** Signs in the text that words or lines were lost. */
export interface TextSigns {
  /** Paragraphs long enough to tell whether they are whole. */
  judged: number;
  /** Of those, the ones that begin or end in the middle of a sentence. */
  cut: number;
  /** Words of more than a letter, and how many of those are no word of any language. */
  words: number;
  garbled: number;
}

const leastWords = 8;
/** Headings, cells and items of lists end without a stop too, but nothing whole ends with one of these. */
const openEnd =
  /(?:[,–—-]|\b(?:the|an?|of|to|in|for|with|by|on|at|from|as|into|than|is|are|was|were|be|been|has|have|had|its|their|this|that|which|who|will|would|should|can|may|not))$/iu;
const tail = 12;
const wordLike = /[^\s—–/\t]+/gu;

/** Counts paragraphs that begin or end within a sentence, and words that recognition or a broken font garbled. */
export function measureText(drafts: readonly Draft[]): TextSigns {
  const signs: TextSigns = { judged: 0, cut: 0, words: 0, garbled: 0 };
  for (const draft of drafts) {
    countGarbled(draft.text, signs);
    if ((draft.form !== 'text' && draft.form !== 'numbered') || draft.listed) continue;
    if (countWords(draft.text) < leastWords) continue;
    signs.judged++;
    if (beginsLowerCase(draft.text) || openEnd.test(draft.text.slice(-tail))) signs.cut++;
  }
  return signs;
}

function countGarbled(text: string, signs: TextSigns): void {
  for (const [token] of text.matchAll(wordLike)) {
    const word = token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    if (word.length < 2 && !/[\uFFFD\uE000-\uF8FF]/u.test(token)) continue;
    if (!/\p{L}/u.test(word) && !/[\uFFFD\uE000-\uF8FF]/u.test(token)) continue;
    signs.words++;
    if (isGarbled(word, token)) signs.garbled++;
  }
}

function isGarbled(word: string, token: string): boolean {
  if (/[\uFFFD\uE000-\uF8FF]/u.test(token)) return true;
  if (/@|https?:|www\.|\.\p{L}{2,}/u.test(word)) return false;
  // A digit or a sign between small letters: "c0uncil", "w!th"; never "A12", "2nd", "co-operate", "children's".
  if (/\p{Ll}[^\p{L}\p{M}\s'’‘.,;:()[\]&+*“”"-]+\p{Ll}/u.test(word)) return true;
  if (/\p{Ll}\p{Lu}\p{Ll}*\p{Lu}/u.test(word) && !/^\p{Lu}/u.test(word)) return true;
  return (
    /^\p{Ll}{4,}$/u.test(word) &&
    /^[\p{Script=Latin}]+$/u.test(word) &&
    !/[aeiouywàâäáéèêëíìîïóòôöúùûüæøåœ]/iu.test(word)
  );
}
