const bulletGlyph = /^(?:[-–—−*•·▪■□◦‣●○➢➤✓✔❖►]|[\uE000-\uF8FF])\s+(?=\S)|^[•▪■●\uE000-\uF8FF](?=\S)/u;
const itemMarker =
  /^(?:\((?:[a-z]{1,2}|[ivxl]{1,5}|\d{1,2}[A-Z]{0,2})\)(?:\([ivxl]{1,5}\))?|(?:[a-z]|[ivx]{2,5})[.)])\s+(?=\S)/;
const closers = '["\'”’)\\]»]*';
/** A footnote's mark behind a sentence. */
const mark = '(?:\\[\\^?\\d{1,3}\\]|[⁰¹²³⁴-⁹]{1,3})?';
const terminal = new RegExp(`[.!?:;…]${closers}${mark}$`, 'u');
const sentenceEnd = new RegExp(`[.!?…]${closers}${mark}$`, 'u');

/** Characters at a text's end that tell how it ends; looking through all of a growing text takes square time. */
const tail = 12;

/** Length of the bullet glyph and the blanks after it; 0 without one. */
export function bulletLength(text: string): number {
  return bulletGlyph.exec(text)?.[0].length ?? 0;
}

/** Whether a line begins with a letter or number of a list inside a paragraph: "(a)", "b.", "iv)". */
export function beginsItem(text: string): boolean {
  return itemMarker.test(text);
}

/** Whether a text ends like a sentence, a clause of a list or an introduction to one. */
export function isTerminated(text: string): boolean {
  return terminal.test(text.slice(-tail));
}

export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text.slice(-tail));
}

export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
}

export function beginsLowerCase(text: string): boolean {
  return /^["'“‘([]?\p{Ll}/u.test(text);
}

const mostHeadingWords = 28;

/** Whether a text could be a heading by its looks: short, capital first, no stop at its end. */
export function looksLikeHeading(text: string): boolean {
  if (text.length > 220 || !/\p{L}{2}/u.test(text)) return false;
  if (!/^["'“‘([]?[\p{Lu}\p{N}]/u.test(text)) return false;
  if (/[.:;,–—-]$|[.;]["'”’]$/.test(text) || /@|https?:|www\./.test(text)) return false;
  if (/[!?]["'”’)]*$/.test(text) && countWords(text) > 12) return false;
  return countWords(text) <= mostHeadingWords;
}

/** A heading that numbers itself: "Chapter 3 – …", "Annex B", "2. Purpose", "C. Scope". */
export function isEnumerated(text: string): boolean {
  return /^(?:\p{Lu}\p{L}+\s+(?:\d{1,3}|[A-Z]|[IVX]{1,5})\b(?!\s+\p{Lu}?\p{Ll}+\s+\d{4})|\d{1,2}(?:\.\d{1,2})*[.)]?\s+\p{Lu}|[A-Z][.)]\s)/u.test(
    text,
  );
}

/** Joins a printed line to the text before it: a hyphen at a line's end keeps its word together, a soft one goes. */
export function joinWords(before: string, after: string): string {
  if (before === '' || after === '') return before + after;
  if (before.endsWith('\u00AD')) return before.slice(0, -1) + after;
  const hyphenated =
    /\p{L}[-‐‑]$/u.test(before.slice(-2)) && /^\p{Ll}/u.test(after) && !/^(?:and|or|to|und|et)\b/.test(after);
  return hyphenated ? before + after : `${before} ${after}`;
}

/** Letters and digits alone, lower case, without a leading number or letter of a list: for comparing headings. */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/^(?:\d{1,3}(?:\.\d{1,3})*|[a-z])[.)]\s+/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
