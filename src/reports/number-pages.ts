import type { Line } from './report.ts';

const loneNumber = /^(?:page\s+)?(?:[-–—]\s*)?(\d{1,4})\s*[-–—]?(?:\s+of\s+\d{1,4})?$/i;
const longestFoot = 150;

/**
 * Gives each line its page. Form feeds have the first word; without them, lines that hold nothing but a number and
 * count up by one are the feet of their pages. A single such number says too little and gives no pages.
 */
export function numberPages(lines: Line[]): Line[] {
  if (lines.some((line) => line.page !== null)) return lines;
  const feet = countingFeet(lines);
  if (feet.length < 2) return lines;
  let next = 0;
  return lines.map((line, index) => {
    while (next < feet.length && index > (feet[next]?.index ?? 0)) next++;
    const foot = feet[next];
    const page = foot ? foot.page : (feet.at(-1)?.page ?? 0) + 1;
    return { ...line, page };
  });
}

/** A number with its text right below numbers that text. */
function isAboveText(lines: Line[], index: number): boolean {
  const above = lines[index - 1]?.text.trim() ?? '';
  return above === '' && /^\p{Lu}/u.test(lines[index + 1]?.text ?? '');
}

function countingFeet(lines: Line[]): { index: number; page: number }[] {
  const feet: { index: number; page: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const text = line.text.trim();
    // Looking for a number's end behind endless blanks would take square time.
    const page = Number((text.length <= longestFoot && loneNumber.exec(text)?.[1]) || Number.NaN);
    if (Number.isNaN(page) || page === 0 || isAboveText(lines, index)) continue;
    const last = feet.at(-1);
    if (last === undefined || page === last.page + 1) feet.push({ index, page });
    else if (feet.length < 2) feet.splice(0, feet.length, { index, page });
  }
  return feet;
}
