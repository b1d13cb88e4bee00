import type { Line } from './report.ts';
import { cutLines, type SourceLine } from './source-lines.ts';
import { isBold, stripInlineMarkup } from './strip-markup.ts';

const atxHeading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*$/;
const drawnRule = /^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$/;
const underline = /^ {0,3}(=+|-{2,})[ \t]*$/;
const pipeRule = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$/;

/** Reads Markdown: mark-up goes, what it says of a line (heading, bold, rule, table cells) stays with the line. */
export function readMarkdown(text: string): Line[] {
  const source = cutLines(text);
  return source.map((line, index) =>
    readLine(line, source[index - 1]?.text ?? '', source[index + 1]?.text ?? ''),
  );
}

function readLine(source: SourceLine, before: string, after: string): Line {
  const { number, page } = source;
  const plain = { number, page, headingLevel: null, bold: false, rule: false };
  const heading = atxHeading.exec(source.text);
  if (heading) {
    return { ...plain, text: stripInlineMarkup(heading[2] ?? ''), headingLevel: heading[1]?.length ?? 1 };
  }
  if (pipeRule.test(source.text) && before.includes('|')) return { ...plain, text: '', rule: true };
  if (drawnRule.test(source.text) || isUnderline(source.text, before))
    return { ...plain, text: '', rule: true };
  if (isPipeRow(source.text)) {
    return {
      ...plain,
      text: pipeCells(source.text).map(stripInlineMarkup).join('\t'),
      bold: pipeRule.test(after),
    };
  }
  const text = stripInlineMarkup(source.text.replace(/^(\s*)>[ \t]?/, '$1  '));
  if (isUnderline(after, source.text)) return { ...plain, text, headingLevel: after.includes('=') ? 1 : 2 };
  return { ...plain, text, bold: isBold(source.text) };
}

/** A row of `=` or `-` right below a line of words makes that line a heading. */
function isUnderline(text: string, before: string): boolean {
  return underline.test(text) && /\p{L}/u.test(before) && !/^\s*([-*+>|#]|\d+[.)])/.test(before);
}

function isPipeRow(text: string): boolean {
  return /^\s*\|.*\|\s*$/.test(text);
}

function pipeCells(text: string): string[] {
  return text
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}
