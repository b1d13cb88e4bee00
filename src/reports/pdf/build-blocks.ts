import { beginsBlock, beginsWithMarker } from './begins-block.ts';
import { findNotes } from './find-notes.ts';
import { type FoundTable, findTables } from './find-tables.ts';
import type { JoinWords } from './hyphens.ts';
import type { Column, Setting } from './measure.ts';
import type { PdfBlock } from './pdf-block.ts';
import { raise } from './raise.ts';
import { lineText, type TextLine } from './text-line.ts';

/** What building blocks needs to know of the whole report. */
export interface BlockContext {
  setting: Setting;
  join: JoinWords;
  /** The page's own structure says where paragraphs begin. */
  trusted: boolean;
  /** The numbers that are raised in the page's text: those of its notes. */
  marks: ReadonlySet<number>;
}

type Lines = [TextLine, ...TextLine[]];

/** Cuts a column into blocks: paragraphs, list items, headings, notes and the rows of tables. */
export function buildBlocks(column: Column, context: BlockContext): PdfBlock[] {
  const blocks: PdfBlock[] = [];
  const left = Math.min(...column.lines.map(({ x }) => x));
  const tables = findTables(column.lines, context.setting);
  const { marks, setting } = context;
  const small = findNotes(column.lines, { marks, textSize: setting.textSize });
  let open: Lines | null = null;
  let from = 0;
  const close = () => {
    const block = open && textBlock(open, { column, left, context });
    if (block) blocks.push(small && from >= small.from ? noteBlock(block, small.starts.has(from)) : block);
    open = null;
  };
  for (let at = 0; at < column.lines.length; at++) {
    const line = column.lines[at];
    if (!line) continue;
    const table = tables.find(({ from }) => from === at);
    if (table || line.segments[0]?.row) {
      close();
      blocks.push(...(table ? tableRows(table, column, context) : [taggedRow(line, context)]));
      if (table) at = table.to - 1;
    } else if (
      open &&
      at !== small?.from &&
      !small?.starts.has(at) &&
      !beginsBlock(open, line, { column, ...context })
    )
      open.push(line);
    else {
      close();
      open = [line];
      from = at;
    }
  }
  close();
  for (const [at, block] of blocks.entries()) block.first = at === 0;
  return blocks;
}

function textBlock(lines: Lines, place: { column: Column; left: number; context: BlockContext }): PdfBlock {
  const { column, left, context } = place;
  const [first] = lines;
  const last = lines.at(-1) ?? first;
  const tag = first.segments[0]?.pieces.find((piece) => piece.tag !== null)?.tag ?? null;
  const printed = lines.map(lineText).reduce((text, next) => context.join(text, next));
  const drawn = tag?.bullet && !beginsWithMarker(printed);
  const isNote = tag?.role === 'note' || /^[⁰¹²³⁴-⁹]{1,3}\s?\S/u.test(printed);
  return {
    kind: isNote ? 'note' : 'text',
    text: drawn ? `• ${printed}` : printed,
    bold: lines.every((line) => line.bold),
    level: context.trusted && tag?.role === 'heading' ? tag.level : null,
    size: first.size,
    page: column.page,
    lines: lines.length,
    indent: first.x - left,
    lastIndent: last.x - left,
    room: context.setting.rightEdge(column, last) - last.right,
    firstWord: first.firstWord,
    first: false,
  };
}

/** Small print at the end of a column; the number that begins a note is written raised, like its mark in the text. */
function noteBlock(block: PdfBlock, begins: boolean): PdfBlock {
  const text = begins ? block.text.replace(/^\d+/, raise) : block.text;
  return { ...block, kind: begins || block.kind === 'note' ? 'note' : 'small', text };
}

function tableRows(table: FoundTable, column: Column, { join }: BlockContext): PdfBlock[] {
  return table.rows.map((cells) => {
    const segments = cells.flatMap((cell) => cell.segments);
    const texts = cells.map((cell) =>
      cell.segments.reduce((text, next) => (text === '' ? next.text : join(text, next.text)), ''),
    );
    const bold = segments.length > 0 && segments.every((segment) => segment.bold);
    return rowBlock(texts.join('\t'), { bold, size: segments[0]?.size ?? 0, page: column.page });
  });
}

function taggedRow(line: TextLine, { join }: BlockContext): PdfBlock {
  const [segment] = line.segments;
  const cells = lineText(line).split('\t');
  const texts = cells.map((cell) => cell.split('\n').reduce((text, next) => join(text, next)));
  return rowBlock(texts.join('\t'), {
    bold: line.bold || (segment?.row?.head ?? false),
    size: line.size,
    page: line.page,
  });
}

function rowBlock(text: string, place: { bold: boolean; size: number; page: number }): PdfBlock {
  return {
    kind: 'row',
    text: text.trimEnd(),
    ...place,
    level: null,
    lines: 1,
    indent: 0,
    lastIndent: 0,
    room: 0,
    firstWord: 0,
    first: false,
  };
}
