import { raisedValue } from '../reports/pdf/raise.ts';
import { addToGroup } from './add-to-group.ts';
import type { LaidLine, Layout } from './layout.ts';

/** A footnote mark inside a line: offsets into the line's text. */
export interface Mark {
  start: number;
  end: number;
  printed: string;
}

export interface Footnotes {
  /** Marks to take off the text, by the index of their line. */
  marks: Map<number, Mark[]>;
  /** The mark with which a note begins, by the index of the note's first line; it starts at 0. */
  notes: Map<number, Mark>;
}

type Style = 'plain' | 'raised' | 'square';

interface Found extends Mark {
  index: number;
  value: number;
  style: Style;
}

const leastAnswered = 0.6;
const squareStart = /^\[\^?(\d{1,3})\]:?\s+(?=\S)/;
const raisedStart = /^([⁰¹²³⁴-⁹]{1,3})\s*(?=\S)/u;
const plainStart = /^(\d{1,3})\s+(?=["'“‘(]?\p{Lu}|https?:)/u;
const squareMark = /\[\^?(\d{1,3})\]_?/g;
const raisedMark = /(?<=\S)[⁰¹²³⁴-⁹]{1,3}/gu;
const gluedMark =
  /(?<=\p{Ll}{2}|[)\]’'"”]|[\p{L})\]’'"”][.,;:!?])(\d{1,3})(?![\p{L}\p{N}.,/:%-]*[\p{L}\p{N}])/gu;

/**
 * Finds notes and their marks. A note begins with a number without a stop, and the same number stands glued to a
 * word (or raised, or in square brackets) in a line before it; notes count up from 1, anew on a page or on and on.
 */
export function findFootnotes(layout: Layout, taken: ReadonlySet<number>): Footnotes {
  const footnotes: Footnotes = { marks: new Map(), notes: new Map() };
  const open = new Map<string, Found[]>();
  const squares = countSquares(layout, taken);
  let last: Found | null = null;
  for (const line of layout.lines) {
    if (line.blank || taken.has(line.index)) continue;
    const start = findNoteStart(line, last);
    const waiting = start ? open.get(`${start.style} ${start.value}`) : undefined;
    const follows = start !== null && (last === null || start.value === last.value + 1 || start.value === 1);
    const counts = start?.style !== 'square' || squares.answered >= squares.all * leastAnswered;
    if (start && follows && counts && waiting && waiting.length > 0) {
      footnotes.notes.set(line.index, start);
      // A digit glued to a word stays: taking it off would change the word that a quote must match in its source.
      for (const mark of waiting) if (mark.style === 'square') addMark(footnotes.marks, mark);
      open.delete(`${start.style} ${start.value}`);
      last = start;
    }
    const from = footnotes.notes.get(line.index)?.end ?? 0;
    for (const mark of findMarks(line, from)) {
      const key = `${mark.style} ${mark.value}`;
      addToGroup(open, key, mark);
    }
  }
  return footnotes;
}

/**
 * How many lines begin with a number in square brackets, and how many of these numbers are marks before. Notes answer
 * marks nearly one by one; paragraphs that are numbered so are now and then referred to.
 */
function countSquares(layout: Layout, taken: ReadonlySet<number>): { all: number; answered: number } {
  const marked = new Set<number>();
  const squares = { all: 0, answered: 0 };
  for (const line of layout.lines) {
    if (line.blank || taken.has(line.index)) continue;
    const start = squareStart.exec(line.text);
    if (start) squares.all++;
    if (start && marked.has(Number(start[1]))) squares.answered++;
    for (const mark of line.text.slice(start?.[0].length ?? 0).matchAll(squareMark))
      marked.add(Number(mark[1]));
  }
  return squares;
}

function addMark(marks: Map<number, Mark[]>, mark: Found): void {
  addToGroup(marks, mark.index, mark).sort((a, b) => a.start - b.start);
}

function findNoteStart(line: LaidLine, last: Found | null): Found | null {
  const apart = line.gapBefore || line.pageTop || (last !== null && line.index <= last.index + 2);
  if (!apart || line.row) return null;
  const square = squareStart.exec(line.text);
  const raised = square ? null : raisedStart.exec(line.text);
  const match = square ?? raised ?? plainStart.exec(line.text);
  if (!match?.[1]) return null;
  const style: Style = square ? 'square' : raised ? 'raised' : 'plain';
  const value = raised ? raisedValue(match[1]) : Number(match[1]);
  return { index: line.index, start: 0, end: match[0].length, printed: match[0].trim(), value, style };
}

function findMarks(line: LaidLine, from: number): Found[] {
  const found: Found[] = [];
  const collect = (pattern: RegExp, style: Style) => {
    for (const match of line.text.matchAll(pattern)) {
      if (match.index < from || (style === 'square' && match.index === 0)) continue;
      const end = match.index + match[0].length;
      const value = style === 'raised' ? raisedValue(match[0]) : Number(match[1]);
      found.push({ index: line.index, start: match.index, end, printed: match[0], value, style });
    }
  };
  collect(squareMark, 'square');
  collect(raisedMark, 'raised');
  collect(gluedMark, 'plain');
  // A note whose number is set plain may answer a mark that is raised in the text.
  return found.flatMap((mark) =>
    mark.style === 'raised' ? [mark, { ...mark, style: 'plain' as const }] : [mark],
  );
}
