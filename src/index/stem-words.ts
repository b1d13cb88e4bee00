import { stemmer } from 'stemmer';

/** A word of a text: normalised, stemmed, and where it stands in UTF-16 code units, `end` exclusive. */
export interface StemmedWord {
  /** Lower case, without diacritics, apostrophes, currency and per cent signs. */
  word: string;
  stem: string;
  start: number;
  end: number;
}

// One run of letters, digits and marks. Apostrophes, hyphens and the points of decimals hold a word together only
// between letters or digits; a soft hyphen is invisible and stays inside.
const run = String.raw`[\p{L}\p{N}\p{M}\u00AD]+`;
const wordPattern = new RegExp(
  String.raw`\p{N}{1,3}(?:,\p{N}{3})+(?![\p{L}\p{N}])(?:\.\p{N}+)?|${run}(?:['’‘ʼ＇\-‐‑]${run}|(?<=\p{N})\.(?=\p{N})${run})*`,
  'gu',
);
const hyphens = /[-‐‑]/u;
/** Printed words seen before, with what became of them: texts repeat their words, and normalising is slow. */
const forms = new Map<string, { word: string; stem: string }>();
const rememberedForms = 50_000;

/**
 * The words of a text in order. A hyphenated word gives its parts and, where a part has letters, the joined word
 * too, so that “inter-agency”, “inter agency” and “interagency” meet.
 */
export function wordsOf(text: string): StemmedWord[] {
  const words: StemmedWord[] = [];
  for (const match of text.matchAll(wordPattern)) {
    const parts = match[0].split(hyphens);
    let start = match.index;
    for (const part of parts) {
      push(words, part, [start, start + part.length]);
      start += part.length + 1;
    }
    if (parts.length > 1 && parts.some((part) => /\p{L}/u.test(part))) {
      push(words, parts.map(normalise).join(''), [match.index, match.index + match[0].length]);
    }
  }
  return words;
}

/** The stems of a text's words, in order and with repetitions. */
export function stemsOf(text: string): string[] {
  return wordsOf(text).map(({ stem }) => stem);
}

function push(words: StemmedWord[], printed: string, [start, end]: [number, number]): void {
  const { word, stem } = formOf(printed);
  if (word !== '') words.push({ word, stem, start, end });
}

function formOf(printed: string): { word: string; stem: string } {
  const known = forms.get(printed);
  if (known) return known;
  const word = normalise(printed);
  const form = { word, stem: stemmer(word) };
  if (forms.size >= rememberedForms) forms.clear();
  forms.set(printed, form);
  return form;
}

function normalise(printed: string): string {
  const plain = printed.normalize('NFKD').toLowerCase().normalize('NFKD');
  return plain.replace(/['’‘ʼ]s$/u, '').replace(/[^\p{L}\p{N}.]/gu, '');
}
