const smallWords = new Set('a an and at by for from in into of on or the to with'.split(' '));

interface Initial {
  /** What it may stand for in the short form: "and" is printed as "a", as "&" or not at all. */
  letters: string;
  start: number;
  end: number;
  /** It may stand in the long form without a letter in the short one. */
  optional: boolean;
  /** The first part of a word, not the second half of a hyphenated one. */
  opensWord: boolean;
}

/**
 * The words at the end of a text (or the whole of it) whose initials spell a short form, as printed; null where they
 * do not. Two words are the least, and every word that is not a small one has to give its letter.
 */
export function alignInitials(short: string, text: string, place: 'end' | 'whole'): string | null {
  const letters = [...short.toLowerCase()];
  const initials = initialsOf(text);
  const first = firstOfSpelling(letters, initials);
  if (first === null) return null;
  if (place === 'whole' && initials.slice(0, first).some(({ optional }) => !optional)) return null;
  const start = initials[first]?.start ?? 0;
  const end = initials.at(-1)?.end ?? 0;
  const words = initials.slice(first).filter(({ opensWord }) => opensWord).length;
  const hyphened = initials.length - first > 1;
  if (words < 2 && !hyphened) return null;
  return text.slice(start, end);
}

/** Reads both from their ends; gives the place of the word that holds the first letter. */
function firstOfSpelling(letters: readonly string[], initials: readonly Initial[]): number | null {
  const reach = (letter: number, place: number): number | null => {
    const initial = initials[place];
    if (!initial) return null;
    const fits = initial.letters.includes(letters[letter] ?? '');
    if (fits && letter === 0) return initial.opensWord ? place : null;
    const taken = fits ? reach(letter - 1, place - 1) : null;
    const skippable = initial.optional && (letter < letters.length - 1 || !initial.opensWord);
    return taken ?? (skippable ? reach(letter, place - 1) : null);
  };
  return reach(letters.length - 1, initials.length - 1);
}

function initialsOf(text: string): Initial[] {
  const initials: Initial[] = [];
  for (const word of text.matchAll(/[\p{L}\p{N}'’]+(?:[-‐‑/][\p{L}\p{N}'’]+)*|&/gu)) {
    let start = word.index;
    for (const part of word[0].split(/[-‐‑/]/u)) {
      const opensWord = start === word.index;
      const lower = part.toLowerCase();
      const letters = lower === 'and' || lower === '&' ? 'a&' : lower.normalize('NFKD').charAt(0);
      const optional = !opensWord || lower === '&' || smallWords.has(lower);
      initials.push({ letters, start, end: start + part.length, optional, opensWord });
      start += part.length + 1;
    }
  }
  return initials;
}
