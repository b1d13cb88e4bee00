import { findBoxLists } from './find-box-lists.ts';
import type { LaidLine, Layout } from './layout.ts';
import { type NumberCandidate, parseNumber } from './number-style.ts';
import { beginsItem, bulletLength, isTerminated } from './wording.ts';

const fullLine = 0.75;
/** Lines that a bullet seldom has more of. */
const longestItem = 5;
/** Lines between a number alone and its words. */
const farthestWords = 3;
const wideGap = /^\d{1,4}[A-Z]?\s{2,}(.*)$/;

/**
 * All numbers at the starts of lines that could number paragraphs, without those that count the points of boxes; lines
 * in `taken` are something else.
 */
export function readCandidates(
  layout: Layout,
  known: { taken: ReadonlySet<number>; margin: ReadonlySet<number> },
): NumberCandidate[] {
  const candidates = layout.lines
    .filter((line) => !line.blank && !line.row && line.level === null && !known.taken.has(line.index))
    .map((line) => readCandidate(line, layout, known.margin.has(line.index)))
    .filter((candidate) => candidate !== null);
  const listed = findBoxLists(candidates, layout);
  return candidates.filter((candidate) => !listed.has(candidate));
}

/** A number at the start of a line; below a full line in the middle of its sentence it is doubtful. */
function readCandidate(line: LaidLine, layout: Layout, alone: boolean): NumberCandidate | null {
  const above = layout.lines[line.index - 1];
  const short = above !== undefined && layout.wrapped && above.text.length < layout.width * fullLine;
  const ends = above === undefined || isTerminated(above.text) || isInList(layout, line) || short;
  const free = alone || stands(line) || ends;
  const doubtful = layout.wrapped && !free;
  const candidate = parseNumber(line.text, {
    index: line.index,
    free,
    tight: !stands(line),
    indent: line.indent,
    alone: alone || standsApart(line.text),
    doubtful,
  });
  if (!candidate || (doubtful && !/^["'“‘(]?\p{Lu}/u.test(candidate.rest))) return null;
  return candidate.rest === '' ? { ...candidate, below: wordsBelow(layout, line.index) } : candidate;
}

function wordsBelow(layout: Layout, index: number): string {
  return layout.lines.slice(index + 1, index + 1 + farthestWords).find((line) => !line.blank)?.text ?? '';
}

/** A wide gap parts a number from a sentence that begins with a figure ("7   2020 saw …"); a row of figures has more gaps. */
function standsApart(text: string): boolean {
  const rest = wideGap.exec(text)?.[1] ?? '';
  return /^\d{1,4} \p{Ll}{2}/u.test(rest) && !/\s{2}/.test(rest);
}

/** The line above belongs to a bullet or a clause, which may end without a stop. */
function isInList(layout: Layout, line: LaidLine): boolean {
  for (let at = line.index - 1; at >= line.index - longestItem; at--) {
    const above = layout.lines[at];
    if (!above || above.blank || isTerminated(above.text)) return false;
    if (bulletLength(above.text) > 0 || beginsItem(above.text)) return true;
  }
  return false;
}

function stands(line: LaidLine | undefined): boolean {
  return line !== undefined && (line.gapBefore || line.pageTop);
}
