import type { SplitReport } from '../../src/paragraphs/paragraph.ts';

/** How much of a report came back. */
export interface Comparison {
  /** Numbered paragraphs of the report, and those that came back in their order with their texts. */
  wanted: number;
  whole: number;
  /** Words of the numbered paragraphs, and those that came back in numbered paragraphs. */
  words: number;
  wordsKept: number;
  /** A line for each paragraph that differs, and for each that nobody printed. */
  differences: string[];
}

/** Compares the numbered paragraphs of a report with those read from a rendering of it, blanks apart. */
export function compareSplits(wanted: SplitReport, found: SplitReport): Comparison {
  const marks = wanted.paragraphs.filter(({ form }) => form === 'footnote').length;
  const before = numberedOf(wanted, marks);
  const after = numberedOf(found, marks);
  const differences: string[] = [];
  const matched = new Set<Numbered>();
  let from = 0;
  for (const { number, text } of before) {
    const at = after.findIndex((paragraph, place) => place >= from && paragraph.number === number);
    const own = after[at];
    if (own === undefined) differences.push(`${number} is missing`);
    else {
      from = at + 1;
      matched.add(own);
      if (squeeze(own.text) !== squeeze(text))
        differences.push(`${number} ${firstDifference(text, own.text)}`);
    }
  }
  const whole = before.length - differences.length;
  for (const own of after)
    if (!matched.has(own)) differences.push(`${own.number} is nobody's: ${own.text.slice(0, 60)}`);
  return { wanted: before.length, whole, ...countWords(before, after), differences };
}

interface Numbered {
  number: string;
  text: string;
}

/** Footnotes' marks are no part of the comparison: they come as digits, raised digits, or apart from the text. */
function numberedOf(split: SplitReport, marks: number): Numbered[] {
  const mark = new RegExp(`(?<=\\p{Ll}{2}|[)’”.,])[1-${Math.max(1, marks)}](?![\\p{L}\\p{N}.,%])`, 'gu');
  return split.paragraphs.flatMap(({ form, number, text }) => {
    if (form !== 'numbered' || number === null) return [];
    const plain = text.normalize('NFKC');
    return [{ number, text: marks > 0 ? plain.replace(mark, '') : plain }];
  });
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, '');
}

function firstDifference(wanted: string, found: string): string {
  const [one, other] = [wanted, found].map((text) => text.replace(/\s+/g, ' '));
  let at = 0;
  while (at < (one?.length ?? 0) && one?.[at] === other?.[at]) at++;
  const part = (text = '') => JSON.stringify(text.slice(Math.max(0, at - 20), at + 40));
  return `has ${part(other)} for ${part(one)}`;
}

function countWords(before: Numbered[], after: Numbered[]): { words: number; wordsKept: number } {
  const wordsOf = (paragraphs: Numbered[]) =>
    paragraphs.flatMap(({ text }) => text.match(/[\p{L}\p{N}]+/gu) ?? []);
  const counts = new Map<string, number>();
  for (const word of wordsOf(after)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const words = wordsOf(before);
  let wordsKept = 0;
  for (const word of words) {
    const left = counts.get(word) ?? 0;
    if (left > 0) wordsKept++;
    counts.set(word, left - 1);
  }
  return { words: words.length, wordsKept };
}
