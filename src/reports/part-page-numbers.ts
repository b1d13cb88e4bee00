import type { Line } from './report.ts';

/** Blanks in front of a number that is set in the middle of a page's foot, or further right. */
const leastIndent = 20;
const fewestPages = 3;
const farRight = new RegExp(`^\\s{${leastIndent},}(\\d{1,6})(.*)$`, 'u');
/** What may follow a page's number without tearing a word in two: blanks, a comma, a quotation, a paragraph's number. */
const nextPage = /^(?:,?\s*(?:$|(?=["'“‘(]))|,\s*(?=\S)|\s+(?=\S)|(?=\d{1,3}(?:\.\d{1,3})*[.)]))/u;

/**
 * Parts page numbers from the words of the next page: text taken out of a PDF file may have them on one line, "12   The
 * council …", or without a blank, "26. The council …" on page 2. Only numbers that count on through the whole text, far to the
 * right, are page numbers.
 */
export function partPageNumbers(lines: Line[]): Line[] {
  const pages = findPages(lines);
  if (pages.size < fewestPages) return lines;
  return lines.flatMap((line, index) => {
    const page = pages.get(index);
    const rest = page === undefined ? '' : line.text.trimStart().slice(page.length);
    const between = nextPage.exec(rest)?.[0];
    if (page === undefined || between === undefined || rest.trim() === '') return [line];
    const blank = { ...line, text: '', bold: false };
    return [blank, { ...line, text: page }, blank, { ...line, text: rest.slice(between.length) }];
  });
}

/** The page numbers by the place of their line: each one more than the one before. */
function findPages(lines: readonly Line[]): Map<number, string> {
  const pages = new Map<number, string>();
  let last: number | null = null;
  for (const [index, line] of lines.entries()) {
    const [, digits = '', rest = ''] = farRight.exec(line.text) ?? [];
    if (digits === '') continue;
    // A text may begin in the middle of a report.
    const page: number = last === null ? Number(digits) : last + 1;
    const printed = String(page);
    if (!digits.startsWith(printed) || !standsAlone(digits.slice(printed.length), rest)) continue;
    pages.set(index, printed);
    last = page;
  }
  return pages;
}

/** Whether digits behind a page's number belong to a paragraph's, and what follows is no stop of the page's own. */
function standsAlone(more: string, rest: string): boolean {
  return more === '' ? !/^[.):]|^[,.]\d{3}/.test(rest) : /^(?:\.\d{1,3})*[.)]/.test(rest);
}
