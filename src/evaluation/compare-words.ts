/** A text as it is compared: one case, one kind of quotation mark and dash, no bullets, no emphasis, single blanks. */
export function squash(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/(^|\n)[ \t]*[-•–*][ \t]+/g, '$1')
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐-―]/g, '-')
    .replace(/[*_]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A squashed text without the marks around it. */
export function withoutEdges(text: string): string {
  return squash(text).replace(/^[^\p{L}\p{N}£$€]+|[^\p{L}\p{N}%)]+$/gu, '');
}

/** How many words a text has; marks alone are none. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** Whether a text says something; a bare number has to stand alone, anything else may be the beginning of a word. */
export function says(text: string, wanted: string): boolean {
  const sought = withPlainNumbers(wanted);
  const end = /^[\d.%]+$/.test(sought) ? '(?!\\d)' : '';
  const escaped = sought.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![a-z0-9])${escaped}${end}`).test(withPlainNumbers(text));
}

/** 1,250 and 1250 are the same number. */
function withPlainNumbers(text: string): string {
  return squash(text).replace(/(\d),(?=\d{3})/g, '$1');
}
