import type { Line } from './report.ts';
import { cutLines } from './source-lines.ts';
import { stripStrayMarkup } from './strip-markup.ts';

const drawnRule = /^\s*(?:[-_=*~](?:\s*[-_=*~]){2,}|[─━═]{3,})\s*$/;

/** Reads plain text. Leading blanks stay, because layout is all that plain text has. */
export function readText(text: string): Line[] {
  return cutLines(text).map(({ text: raw, number, page }) => {
    const rule = drawnRule.test(raw);
    return { text: rule ? '' : stripStrayMarkup(raw), number, page, headingLevel: null, bold: false, rule };
  });
}
