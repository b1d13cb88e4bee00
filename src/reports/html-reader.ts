import { AppError } from '../errors.ts';
import { findBoilerplate, findMainPart, printLeftOut } from './html-boilerplate.ts';
import { markItems } from './html-lists.ts';
import { nestsDeeper } from './html-nesting.ts';
import { findNotes, type PageNotes } from './html-notes.ts';
import { isLayoutTable, isNumberedRow, printRow, readRows } from './html-tables.ts';
import {
  elementsIn,
  hasWords,
  isBlock,
  isSilent,
  type PageNode,
  parsePage,
  textOf,
  walkNodes,
} from './html-tree.ts';
import { LineWriter } from './line-writer.ts';
import type { Line } from './report.ts';

/** Elements inside one another; browsers stop nesting far below. */
const deepestNesting = 1000;
const indentOfLevel = 2;

/** The encoding that a page declares for itself, or null. */
export function declaredEncoding(bytes: Uint8Array): string | null {
  const opening = String.fromCharCode(...bytes.subarray(0, 2048));
  return /<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(opening)?.[1] ?? null;
}

/**
 * Reads a web page as it prints: lists with the numbers that a browser counts, tables as rows of cells separated by
 * tabs, footnote marks as "[1]". Navigation, scripts and notices of the site are left out; nothing runs.
 * Throws AppError `corpus_invalid` when elements are nested absurdly deep.
 */
export function readHtml(text: string): { lines: Line[]; leftOut: string[] } {
  if (nestsDeeper(text, deepestNesting)) throw nestingError();
  const root = parsePage(text);
  const main = findMainPart(root);
  const left = findBoilerplate(main);
  const lines = new HtmlReading(text, { left, notes: findNotes(main) }).read(main);
  return { lines, leftOut: printLeftOut(main, left) };
}

function nestingError(): AppError {
  const problem = `a page nests its elements more than ${deepestNesting} deep`;
  return new AppError('corpus_invalid', `${problem}; save it as simpler HTML, or as PDF`);
}

class HtmlReading {
  private readonly writer = new LineWriter();
  private readonly lineStarts: number[] = [0];
  private readonly left: Set<PageNode>;
  private readonly notes: PageNotes;
  private depth = 0;
  private bold = 0;

  constructor(text: string, found: { left: Set<PageNode>; notes: PageNotes }) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.lineStarts.push(at + 1);
    this.left = found.left;
    this.notes = found.notes;
  }

  read(root: PageNode): Line[] {
    this.readChildren(root);
    return this.writer.finish();
  }

  private readChildren(node: PageNode): void {
    if (++this.depth > deepestNesting) throw nestingError();
    for (const child of node.children ?? []) this.readNode(child);
    this.depth--;
  }

  private readNode(node: PageNode): void {
    if (isSilent(node) || this.left.has(node)) return;
    if (node.type === 'text') {
      this.readText(node);
      return;
    }
    const mark = this.notes.marks.get(node);
    if (mark !== undefined) {
      this.writer.write(`[${mark}]`, { number: this.lineOf(node), bold: this.bold > 0 });
      return;
    }
    if (this.notes.notes.has(node)) this.writer.endBlock();
    if (isBlock(node)) this.readBlock(node);
    else this.readInline(node);
  }

  private readText(node: PageNode): void {
    const data = node.data ?? '';
    const lead = data.length - data.trimStart().length;
    const number = this.lineAt((node.startIndex ?? 0) + lead);
    this.writer.write(data, { number, bold: this.bold > 0 });
  }

  private readInline(node: PageNode): void {
    const note = this.notes.notes.get(node);
    if (note !== undefined) this.writer.beginNote(note);
    if (node.name === 'br') {
      if (this.writer.headingLevel === null) this.writer.endLine();
      else this.writer.write(' ', { number: this.lineOf(node) });
      return;
    }
    if (node.name === 'hr') {
      this.writer.rule(this.lineOf(node));
      return;
    }
    const bold =
      /^(?:b|strong)$/.test(node.name ?? '') ||
      /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(node.attribs?.style ?? '');
    if (bold) this.bold++;
    this.readChildren(node);
    if (bold) this.bold--;
    this.writer.endInline();
  }

  private readBlock(node: PageNode): void {
    this.writer.endBlock();
    const note = this.notes.notes.get(node);
    if (note !== undefined) this.writer.beginNote(note);
    const { indent } = this.writer;
    const level = /^h([1-6])$/.exec(node.name ?? '')?.[1];
    if (level) this.readHeading(node, Number(level));
    else if (/^(?:ol|ul|menu|dir)$/.test(node.name ?? '')) this.readList(node);
    else if (node.name === 'table') this.readTable(node);
    else if (node.name === 'pre') this.readPreformatted(node);
    else {
      if (node.name === 'blockquote' || node.name === 'dd') this.writer.indent += indentOfLevel * 2;
      this.readChildren(node);
    }
    this.writer.endBlock();
    this.writer.indent = indent;
  }

  private readHeading(node: PageNode, level: number): void {
    this.writer.headingLevel = level;
    this.readChildren(node);
    this.writer.endBlock();
    this.writer.headingLevel = null;
  }

  private readList(list: PageNode): void {
    const markers = markItems(list);
    const { indent } = this.writer;
    for (const child of list.children ?? []) {
      const marker = markers.get(child);
      if (marker === undefined || this.left.has(child)) {
        this.readNode(child);
        continue;
      }
      this.writer.endBlock();
      const note = this.notes.notes.get(child);
      if (note === undefined) this.writer.mark(marker);
      else this.writer.beginNote(note);
      this.readChildren(child);
      this.writer.endBlock();
      this.writer.indent = indent;
    }
  }

  private readTable(table: PageNode): void {
    const rows = readRows(table).map((row) => ({
      ...row,
      cells: row.cells.filter((cell) => !this.left.has(cell)),
    }));
    for (const caption of elementsIn(table, 'caption')) this.readBlock(caption);
    if (isLayoutTable(table, rows) && !rows.some(({ cells }) => isNumberedRow(cells))) {
      for (const { cells } of rows) for (const cell of cells) this.readNode(cell);
      return;
    }
    for (const { node, cells, head } of rows) {
      if (this.left.has(node)) continue;
      if (isNumberedRow(cells)) this.readNumberedRow(cells);
      else this.writer.row(printRow(cells, this.notes.marks), { number: this.lineOf(node), bold: head });
    }
  }

  private readNumberedRow(cells: readonly PageNode[]): void {
    const [number, words] = cells.filter(hasWords);
    const { indent } = this.writer;
    this.writer.endBlock();
    this.writer.mark(`${number ? textOf(number) : ''} `);
    if (words) this.readNode(words);
    this.writer.endBlock();
    this.writer.indent = indent;
  }

  private readPreformatted(node: PageNode): void {
    const from = this.lineOf(node);
    const words = [...walkNodes(node)].map((part) => (part.type === 'text' ? (part.data ?? '') : ''));
    for (const [place, line] of words
      .join('')
      .split(/\r\n|\n|\r/)
      .entries())
      this.writer.verbatim(line, from + place);
  }

  private lineOf(node: PageNode): number {
    return this.lineAt(node.startIndex ?? 0);
  }

  /** The 1-based source line of a place in the text. */
  private lineAt(index: number): number {
    let low = 0;
    let high = this.lineStarts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= index) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
