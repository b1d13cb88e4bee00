/**
 * Makes letters of characters that only set a text: ligatures become their letters; soft hyphens that no line ends
 * with, blanks of no width and byte order marks inside the text go. A soft hyphen at a line's end stays, since it
 * says that the word goes on.
 */
export function mendCharacters(text: string): string {
  return text
    .replace(/[\uFB00-\uFB06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/\u00AD(?=[^\s\u00AD])/g, '')
    .replace(/[\u200B\u2060\uFEFF]/g, '');
}
