import type { Draft } from './gather-paragraphs.ts';
import { beginsItem, beginsLowerCase, countWords } from './wording.ts';

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
/** Nobody prints longer ones, and looking through them takes square time. */
const longestWord = 60;
/** Headings, cells and items of lists end without a stop too, but nothing whole ends with one of these. */
const openEnd =
  /(?:[,–—-]|\b(?:the|an?|of|to|in|for|with|by|on|at|from|as|into|than|is|are|was|were|be|been|has|have|had|its|their|this|that|which|who|will|would|should|can|may|not))$/iu;
const tail = 12;
const wordLike = /[^\s—–/]+/gu;
/** What a font without a table of its characters, or a broken encoding, leaves. */
const unknownCharacter = /[\uFFFD\uE000-\uF8FF]/u;
/** A digit or a sign between small letters: "c0uncil", "w!th"; never "A12", "2nd", "co-operate", "children's". */
const mixed = /\p{Ll}[^\p{L}\p{M}\s'’‘.,;:()[\]&+*“”"-]+\p{Ll}/u;
const capitalInside = /^\P{Lu}*\p{Ll}\p{Lu}\p{Ll}*\p{Lu}/u;
const latin = /^(?=\p{Ll}{4,}$)\p{Script=Latin}+$/u;
const vowel = /[aeiouywàâäáéèêëíìîïóòôöúùûüæøåœ]/iu;

/** Counts paragraphs that begin or end within a sentence, and words that recognition or a broken font garbled. */
export function measureText(drafts: readonly Draft[]): TextSigns {
  const signs: TextSigns = { judged: 0, cut: 0, words: 0, garbled: 0 };
  for (const draft of drafts) {
    countGarbled(draft.text, signs);
    if ((draft.form !== 'text' && draft.form !== 'numbered') || endsInList(draft)) continue;
    if (countWords(draft.text) < leastWords) continue;
    signs.judged++;
    if (beginsLowerCase(draft.text) || openEnd.test(draft.text.slice(-tail))) signs.cut++;
  }
  return signs;
}

/** Items of lists end in any way: with a comma, with "and", with nothing. */
function endsInList({ listed, text }: Draft): boolean {
  return listed || beginsItem(text.slice(text.lastIndexOf('\n') + 1));
}

function countGarbled(text: string, signs: TextSigns): void {
  for (const [whole] of text.matchAll(wordLike)) {
    const token = whole.slice(0, longestWord);
    const word = token.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    const unknown = unknownCharacter.test(token);
    if (!unknown && (word.length < 2 || !/\p{L}/u.test(word))) continue;
    signs.words++;
    if (unknown || isGarbled(word)) signs.garbled++;
  }
}

function isGarbled(word: string): boolean {
  if (/@|https?:|www\.|\.\p{L}{2,}/u.test(word)) return false;
  return mixed.test(word) || capitalInside.test(word) || (latin.test(word) && !vowel.test(word));
}
