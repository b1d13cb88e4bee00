import { type Block, beginBlock, longestBlock } from './block.ts';
import type { Footnotes, Mark } from './find-footnotes.ts';
import type { Numbering } from './find-numbering.ts';
import type { LaidLine, Layout } from './layout.ts';
import { beginsItem, bulletLength, isTerminated, joinWords, looksLikeHeading } from './wording.ts';

/** What the finders said of a report's lines. */
export interface Findings {
  furniture: ReadonlySet<number>;
  footnotes: Footnotes;
  numbering: Numbering;
  /** "o" is this report's bullet. */
  letterBullets: boolean;
}

/** Joins lines to blocks: over hard wraps, never over a gap, a number, a bullet or a change of kind. */
export function joinLines(layout: Layout, findings: Findings): Block[] {
  const blocks: Block[] = [];
  let previous = -1;
  let pageTop = false;
  for (const line of layout.lines) {
    if (findings.furniture.has(line.index)) pageTop = true;
    if (line.blank || findings.furniture.has(line.index)) continue;
    const edge = pageTop || line.pageTop;
    pageTop = false;
    const gap = line.index !== previous + 1 || previous < 0;
    previous = line.index;
    const open = blocks.at(-1);
    const begun = beginMarked(line, findings, open, gap);
    if (begun === 'merged') continue;
    if (begun) blocks.push({ ...begun, gapBefore: gap, pageTop: edge });
    else if (open && continues(layout, line, open, gap)) appendLine(open, line, cleanText(line, findings));
    else
      blocks.push({ ...beginBlock('text', line, cleanText(line, findings)), gapBefore: gap, pageTop: edge });
  }
  return blocks;
}

/** Begins a block where the line itself says that something begins; a row may go on with the row above it. */
function beginMarked(
  line: LaidLine,
  findings: Findings,
  open: Block | undefined,
  gap: boolean,
): Block | 'merged' | null {
  if (line.level !== null) return beginBlock('heading', line, cleanText(line, findings));
  const number = findings.numbering.numbered.get(line.index);
  if (number) {
    const text = cleanText(line, findings, number.length);
    const printedNumber = line.text.slice(0, number.length).trim();
    return { ...beginBlock('numbered', line, text), number: number.number, run: number.run, printedNumber };
  }
  const note = findings.footnotes.notes.get(line.index);
  if (note)
    return { ...beginBlock('footnote', line, cleanText(line, findings, note.end)), mark: note.printed };
  if (line.row) return beginRow(line, findings, open);
  const glyph = glyphLength(line, findings);
  if (glyph > 0 || line.lostBullet) return beginBlock('bullet', line, cleanText(line, findings, glyph));
  const counts = findings.numbering.nested.has(line.index);
  return counts || isItem(line, open, gap) ? beginBlock('item', line, cleanText(line, findings)) : null;
}

/** In wrapped text a line may begin with "(ii)" in the middle of a sentence. */
function isItem(line: LaidLine, open: Block | undefined, gap: boolean): boolean {
  return (
    beginsItem(line.text) &&
    (gap ||
      !open ||
      isTerminated(open.text) ||
      /\b(?:and|or)$/.test(open.text.slice(-4)) ||
      followsItem(open, line))
  );
}

/** "(b)" below "(a) …" goes on with the list, even where its clauses end without a stop. */
function followsItem(open: Block, line: LaidLine): boolean {
  const [own, before] = [line.text, open.text].map((text) =>
    /^\(?([a-z])[.)]/.exec(text)?.[1]?.charCodeAt(0),
  );
  return open.kind === 'item' && own !== undefined && before !== undefined && own === before + 1;
}

function glyphLength(line: LaidLine, findings: Findings): number {
  if (findings.letterBullets && letterBullet.test(line.text)) return 2;
  return bulletLength(line.text);
}

/** A bullet set as a lower-case letter, as word processors do on the second level. */
export const letterBullet = /^o\s+(?=\S)/;

function beginRow(line: LaidLine, findings: Findings, open: Block | undefined): Block | 'merged' {
  const cells = cleanText(line, findings)
    .split('\t')
    .map((cell) => cell.trim());
  const filled = cells.filter((cell) => cell !== '');
  if (open?.kind !== 'row' || cells[0] !== '' || filled.length !== 1) {
    while (cells.length > 1 && cells.at(-1) === '') cells.pop();
    return beginBlock('row', line, cells.join('\t'));
  }
  const place = cells.findIndex((cell) => cell !== '');
  const above = open.text.split('\t');
  above[place] = joinWords(above[place] ?? '', filled[0] ?? '');
  open.text = Array.from(above, (cell) => cell ?? '').join('\t');
  open.lines[1] = line.number;
  return 'merged';
}

function continues(layout: Layout, line: LaidLine, open: Block, gap: boolean): boolean {
  if (open.kind === 'heading' || open.kind === 'row' || gap || line.pageTop) return false;
  if (open.text.length > longestBlock) return false;
  if (open.kind === 'footnote') return true;
  if (open.bold !== line.bold && open.kind === 'text') return false;
  if (layout.wrapped || open.text === '') return true;
  // Where empty lines part paragraphs, an unmarked line right below a numbered one or a bullet goes on with it.
  return (
    open.kind !== 'text' &&
    (line.indent > open.indent ||
      (layout.gapped && !(isTerminated(open.text) && looksLikeHeading(line.text))))
  );
}

function appendLine(block: Block, line: LaidLine, text: string): void {
  block.text = joinWords(block.text, text);
  block.lines[1] = line.number;
  block.lastLength = line.text.length;
}

/** A line's words from an offset on, without footnote marks and doubled blanks. */
function cleanText(line: LaidLine, findings: Findings, from = 0): string {
  const marks = findings.footnotes.marks.get(line.index) ?? [];
  const kept = cutMarks(line.text, marks, from);
  const blanks = line.row ? /[^\S\t]+/g : /\s+/g;
  return line.row ? kept.replace(blanks, ' ') : kept.replace(blanks, ' ').trim();
}

function cutMarks(text: string, marks: readonly Mark[], from: number): string {
  let kept = '';
  let at = from;
  for (const mark of marks) {
    if (mark.start < at) continue;
    kept += text.slice(at, mark.start);
    at = mark.end;
  }
  return kept + text.slice(at);
}
