import type { Line } from './report.ts';

/** Blanks in front of a number that is set in the middle of a page's foot, or further right. */
const leastIndent = 20;
const fewestPages = 3;
/** Share of the pages that may begin with a title of their own. */
const mostTitles = 0.5;
const farRight = new RegExp(`^\\s{${leastIndent},}(\\d{1,6})(.*)$`, 'u');
/** What may follow a page's number without tearing a word in two: blanks, a comma, a quotation, a paragraph's number. */
const nextPage = /^(?:,?\s*(?:$|(?=["'“‘(]))|,\s*(?=\S)|\s+(?=\S)|(?=\d{1,3}(?:\.\d{1,3})*[.)]))/u;

/**
 * Parts page numbers from the words of the next page: text taken out of a PDF file may have them on one line, "12   The
 * council …", or without a blank, "26. The council …" on page 2. Only numbers that count on through the whole text, far to the
 * right, are page numbers: not those of a list or of headings in the middle.
 */
export function partPageNumbers(lines: Line[]): Line[] {
  const pages = findPages(lines);
  if (pages.size < fewestPages || countTitles(lines, pages) > pages.size * mostTitles) return lines;
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
  let wasNumber = false;
  for (const [index, line] of lines.entries()) {
    if (line.text.trim() === '') continue;
    const [, digits = '', rest = ''] = farRight.exec(line.text) ?? [];
    // A page has other lines between its number and the next.
    const follows = wasNumber;
    wasNumber = digits !== '';
    if (digits === '' || follows) continue;
    // A text may begin in the middle of a report.
    const page: number = last === null ? Number(digits) : last + 1;
    const printed = String(page);
    if (!digits.startsWith(printed) || !standsAlone(digits.slice(printed.length), rest)) continue;
    pages.set(index, printed);
    last = page;
  }
  return pages;
}

/** How many different titles stand behind the numbers, between empty lines: "2   Findings" in the middle numbers a section. */
function countTitles(lines: readonly Line[], pages: ReadonlyMap<number, string>): number {
  const isEmpty = (index: number) => (lines[index]?.text ?? '').trim() === '';
  const apart = [...pages].filter(([index]) => isEmpty(index - 1) && isEmpty(index + 1));
  const words = apart.map(([index, page]) => (lines[index]?.text ?? '').trim().slice(page.length).trim());
  return new Set(words.filter((text) => /^\p{Lu}/u.test(text) && !/[.:;,?!]$/.test(text))).size;
}

/** Whether digits behind a page's number belong to a paragraph's, and what follows is no stop of the page's own. */
function standsAlone(more: string, rest: string): boolean {
  return more === '' ? !/^[.):]|^[,.]\d{3}/.test(rest) : /^(?:\.\d{1,3})*[.)]/.test(rest);
}
