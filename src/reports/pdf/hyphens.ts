const hyphenAtEnd = /(\p{L}+)[-‐‑\u00AD]$/u;
/** Parts of words after which a hyphen is mostly part of the word. */
const prefixes =
  /^(?:all|anti|co|cross|ex|five|four|full|half|high|ill|inter|long|low|mid|multi|near|non|off|on|one|out|over|part|post|pre|pro|re|self|semi|short|single|six|sub|ten|three|two|under|up|well)$/i;
const shareOfHyphenation = 0.03;

/** Joins a line to the text before it. */
export type JoinWords = (before: string, after: string) => string;

/**
 * Learns from all printed lines how words are broken. A soft hyphen goes; a hyphen at a line's end goes when the
 * report prints the word without it elsewhere, or when so many lines end with one that words were broken by rule;
 * it stays when the report prints it inside a line, or when nothing tells.
 */
export function learnHyphens(lines: readonly string[]): JoinWords {
  const ended = lines.filter((line) => /\p{L}[-‐]$/u.test(line)).length;
  const breaksWords = lines.length >= 20 && ended >= lines.length * shareOfHyphenation;
  const words = new Set<string>();
  const hyphenated = new Set<string>();
  let special = 0;
  for (const line of lines) {
    for (const [word] of line.matchAll(/\p{L}+(?:[-‐‑]\p{L}+)*/gu)) {
      (/[-‐‑]/.test(word) ? hyphenated : words).add(plain(word));
      if (word.includes('‐')) special++;
    }
  }
  const isOwn = (first: string, second: string): boolean => {
    if (hyphenated.has(plain(`${first}-${second}`))) return true;
    const joined = words.has(plain(first + second));
    return breaksWords ? !joined && prefixes.test(first) : !joined || words.has(plain(first));
  };
  return (before, after) => joinAt(before, after, { isOwn, special: special > 0 });
}

function joinAt(
  before: string,
  after: string,
  known: { isOwn(first: string, second: string): boolean; special: boolean },
): string {
  const [, first] = hyphenAtEnd.exec(before.slice(-60)) ?? [];
  if (first === undefined) return `${before} ${after}`;
  const stem = before.slice(0, -1);
  if (before.endsWith('\u00AD')) return stem + after;
  const second = /^\p{Ll}+/u.exec(after)?.[0];
  if (second === undefined || /^(?:and|or|to|und|et)$/.test(second))
    return second === undefined && /^\p{L}/u.test(after) ? before + after : `${before} ${after}`;
  // A hyphen of its own sort, which the report prints nowhere inside a line, is the setter's.
  if (before.endsWith('‐') && !known.special) return stem + after;
  return known.isOwn(first, second) ? before + after : stem + after;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/[‐‑]/g, '-');
}
