/** Parts of words after which a hyphen is mostly part of the word. */
const prefixes =
  /^(?:all|anti|co|cross|ex|five|four|full|half|high|ill|inter|long|low|mid|multi|near|non|off|on|one|out|over|part|post|pre|pro|re|self|semi|short|single|six|sub|ten|three|two|under|up|well)$/i;
/** Parts that are hardly ever printed at one with what follows. */
const apartPrefixes = /^(?:all|cross|ill|multi|non|self|well)$/i;
const fewestBroken = 3;
const shareOfBroken = 0.5;

/** Joins a line to the text before it. */
export type JoinWords = (before: string, after: string) => string;

interface Vocabulary {
  /** Printed inside a line without a hyphen. */
  words: Set<string>;
  /** Printed inside a line with one. */
  hyphenated: Set<string>;
  /** A hyphen of its own sort stands inside lines too. */
  special: boolean;
}

interface Break {
  first: string;
  second: string;
}

/**
 * Learns from all printed lines how words are broken at line ends. A hyphen stays where the report prints it inside
 * a line too; it goes where the report prints the word without it. Where neither tells, it goes only in a report
 * that breaks words by rule, and there from words whose halves are no words.
 */
export function learnHyphens(lines: readonly string[]): JoinWords {
  const vocabulary = learnWords(lines);
  const breaks = lines.flatMap((line, at) => findBreak(line, lines[at + 1] ?? '') ?? []);
  const broken = breaks.filter((found) => isBroken(found, vocabulary)).length;
  const byRule = broken >= fewestBroken && broken >= breaks.length * shareOfBroken;
  return (before, after) => {
    const found = findBreak(before.slice(-60), after);
    if (!found)
      return /\p{L}[-‐‑\u00AD]$/u.test(before.slice(-2)) && /^\p{Lu}/u.test(after)
        ? before + after
        : `${before} ${after}`;
    const ownSort = /[‐\u00AD]$/.test(before) && !vocabulary.special;
    return ownSort || !keepsHyphen(found, vocabulary, byRule) ? before.slice(0, -1) + after : before + after;
  };
}

/** Words that stand whole inside lines; what stands at a break is half a word. */
function learnWords(lines: readonly string[]): Vocabulary {
  const vocabulary: Vocabulary = { words: new Set(), hyphenated: new Set(), special: false };
  for (const [at, line] of lines.entries()) {
    const goesOn = findBreak(lines[at - 1] ?? '', line) !== null;
    const whole = line.replace(/\S+[-‐‑\u00AD]$/u, '').replace(goesOn ? /^\S+/ : /^$/, '');
    for (const [word] of whole.matchAll(/\p{L}+(?:[-‐‑\u00AD]\p{L}+)*/gu)) {
      (/[-‐‑\u00AD]/.test(word) ? vocabulary.hyphenated : vocabulary.words).add(plain(word));
      vocabulary.special ||= /[‐\u00AD]/.test(word);
    }
  }
  return vocabulary;
}

function findBreak(before: string, after: string): Break | null {
  const first = /(\p{L}+)[-‐‑\u00AD]$/u.exec(before)?.[1];
  const second = /^\p{Ll}+/u.exec(after)?.[0];
  if (first === undefined || second === undefined || /^(?:and|or|to|und|et)$/.test(second)) return null;
  return { first, second };
}

/** The word is printed whole elsewhere, or its halves are no words that the report prints. */
function isBroken({ first, second }: Break, { words, hyphenated }: Vocabulary): boolean {
  if (hyphenated.has(plain(`${first}-${second}`))) return false;
  const areWords = (words.has(plain(first)) || prefixes.test(first)) && words.has(plain(second));
  return words.has(plain(first + second)) || !areWords;
}

function keepsHyphen({ first, second }: Break, { words, hyphenated }: Vocabulary, byRule: boolean): boolean {
  if (hyphenated.has(plain(`${first}-${second}`))) return true;
  const isWord = words.has(plain(first)) || prefixes.test(first);
  if (words.has(plain(first + second))) return !byRule && isWord;
  return !byRule || apartPrefixes.test(first) || (isWord && words.has(plain(second)));
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[‐‑\u00AD]/g, '-');
}
