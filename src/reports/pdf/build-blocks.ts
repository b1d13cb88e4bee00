import { beginsBlock } from './begins-block.ts';
import { findNotes, type SmallPrint } from './find-notes.ts';
import { type FoundTable, findTables } from './find-tables.ts';
import { type BlockContext, type Lines, noteBlock, tableRows, taggedRow, textBlock } from './make-blocks.ts';
import type { Column } from './measure.ts';
import type { PdfBlock } from './pdf-block.ts';
import type { Rectangle } from './pdf-page.ts';
import type { TextLine } from './text-line.ts';

/** Cuts a column into blocks: paragraphs, list items, headings, notes and the rows of tables. */
export function buildBlocks(column: Column, context: BlockContext): PdfBlock[] {
  return new ColumnCutter(column, context).cut();
}

class ColumnCutter {
  private readonly column: Column;
  private readonly context: BlockContext;
  private readonly left: number;
  private readonly tables: FoundTable[];
  private readonly small: SmallPrint | null;
  /** What boxes take of the column. */
  private readonly areas: Rectangle[];
  private readonly blocks: PdfBlock[] = [];
  private open: Lines | null = null;
  /** Place of the first open line. */
  private from = 0;
  /** Blocks of boxes that stand beside the open lines or right below them. */
  private boxed: PdfBlock[] = [];

  constructor(column: Column, context: BlockContext) {
    const { marks, setting } = context;
    const { lines } = column;
    this.column = column;
    this.context = context;
    this.left = Math.min(...lines.filter(({ segments }) => !segments[0]?.box).map(({ x }) => x));
    this.tables = findTables(lines, setting);
    this.small = findNotes(lines, { marks, textSize: setting.textSize });
    this.areas = lines.flatMap(({ segments }) => segments[0]?.box?.area ?? []);
  }

  cut(): PdfBlock[] {
    const { lines } = this.column;
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at];
      const table = this.tables.find(({ from }) => from === at);
      if (table) at = this.takeTable(table);
      else if (line?.segments[0]?.row) this.add(taggedRow(line, this.context));
      else if (line) this.take(line, at);
    }
    this.close();
    for (const [at, block] of this.blocks.entries()) block.first = at === 0;
    return this.blocks;
  }

  private take(line: TextLine, at: number): void {
    const box = line.segments[0]?.box;
    if (box) {
      // Text that runs beside the box goes on below it: what the box says comes after its paragraph.
      const inner = box.columns.flatMap((column) => buildBlocks(column, this.context));
      this.boxed.push(...inner.map((block) => ({ ...block, box: box.number })));
    } else if (this.open && !this.begins(this.open, line, at)) this.open.push(line);
    else {
      this.close();
      this.open = [line];
      this.from = at;
    }
  }

  private begins(open: Lines, line: TextLine, at: number): boolean {
    if (at === this.small?.from || this.small?.starts.has(at)) return true;
    return beginsBlock(open, line, { column: this.column, boxes: this.areas, ...this.context });
  }

  /** Gives the place of the table's last line. */
  private takeTable(table: FoundTable): number {
    this.add(...tableRows(table.rows, this.column, this.context));
    return table.to - 1;
  }

  private add(...rows: PdfBlock[]): void {
    this.close();
    this.blocks.push(...rows);
  }

  private close(): void {
    if (this.open) {
      const { column, left, context, small, from } = this;
      const block = textBlock(this.open, { column, left, context });
      this.blocks.push(small && from >= small.from ? noteBlock(block, small.starts.has(from)) : block);
    }
    this.blocks.push(...this.boxed);
    this.boxed = [];
    this.open = null;
  }
}
