/** Characters of a contents list that is all on one line. */
const longestList = 5_000;
const fewestEntries = 5;
const leastCovered = 0.85;

/** A page behind a leader and in front of the next title. */
const pageNumber = /(?<=[\s.…])\d{1,3}(?=\s+\p{Lu}|\s*$)/gu;
const behindNumbers = /(?<!\D)\D*$/;
const leader = /(?<![\s.…])[\s.…]+$/u;

/** One entry of a contents list. */
interface InlineEntry {
  text: string;
  page: number;
}

/** The entries of a line that is a whole contents list: at least five titles, each followed by its page; else none. */
export function readInlineEntries(line: string): InlineEntry[] {
  if (line.length > longestList) return [];
  const entries: InlineEntry[] = [];
  let from = 0;
  let covered = 0;
  for (const { 0: page, index } of line.matchAll(pageNumber)) {
    const words = behindNumbers.exec(line.slice(from, index))?.[0] ?? '';
    const capital = words.search(/\p{Lu}/u);
    from = index + page.length;
    if (capital < 0) continue;
    entries.push({ text: words.slice(capital).replace(leader, ''), page: Number(page) });
    covered += words.length - capital + page.length + 1;
  }
  const rising = entries.every(({ page }, place) => page >= (entries[place - 1]?.page ?? 0));
  return entries.length >= fewestEntries && rising && covered >= line.length * leastCovered ? entries : [];
}
