import { readRaised } from './raise.ts';
import { lineText, type TextLine } from './text-line.ts';

/** Notes are set this much smaller than the running text, or smaller still. */
const largestShare = 0.95;
const noteStart = /^(\d{1,3})\s+\S/;

/** The small print at the end of a column. */
export interface SmallPrint {
  /** Place of its first line in the column. */
  from: number;
  /** Places of the lines that begin a note. */
  starts: Set<number>;
}

/** The numbers of all raised marks in the running text of a page. */
export function findRaisedMarks(lines: readonly TextLine[], textSize: number): Set<number> {
  const large = lines.filter(({ size }) => size > textSize * largestShare);
  return new Set(large.flatMap((line) => readRaised(lineText(line))));
}

/**
 * Finds footnotes whose own numbers are set like their text: small print at the end of a column, with lines that
 * begin with the number of a raised mark on the page, each higher than the one before. Without such a line it may
 * still be the rest of a note from the page before.
 */
export function findNotes(
  lines: readonly TextLine[],
  { marks, textSize }: { marks: ReadonlySet<number>; textSize: number },
): SmallPrint | null {
  const from = lines.findLastIndex(({ size }) => size > textSize * largestShare) + 1;
  const starts = new Set<number>();
  let last = 0;
  for (const [at, line] of lines.entries()) {
    const number = Number(at >= from ? (noteStart.exec(lineText(line))?.[1] ?? 0) : 0);
    if (number <= last || !marks.has(number)) continue;
    starts.add(at);
    last = number;
  }
  if (from === lines.length || (from === 0 && starts.size === 0)) return null;
  return { from, starts };
}
