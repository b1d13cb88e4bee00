import { beginsWithMarker, standsApart } from './begins-block.ts';
import type { Cell } from './find-tables.ts';
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

export type Lines = [TextLine, ...TextLine[]];

/** Makes a block of the lines of a paragraph, a list item or a heading; `left` is the left edge of its column. */
export function textBlock(
  lines: Lines,
  place: { column: Column; left: number; context: BlockContext },
): PdfBlock {
  const { column, left, context } = place;
  const [first] = lines;
  const last = lines.at(-1) ?? first;
  const tag = first.segments[0]?.pieces.find((piece) => piece.tag !== null)?.tag ?? null;
  const joined = lines.map(lineText).reduce((text, next) => context.join(text, next));
  const printed = standsApart(first) ? setApart(joined) : joined;
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

/** A bare number before a text that begins with a figure shows no more by itself that it is no part of the text. */
function setApart(text: string): string {
  return text.replace(/^(\d{1,4}[A-Z]?) (?=\d)/, '$1   ');
}

/** Small print at the end of a column; the number that begins a note is written raised, like its mark in the text. */
export function noteBlock(block: PdfBlock, begins: boolean): PdfBlock {
  const text = begins ? block.text.replace(/^\d+/, raise) : block.text;
  return { ...block, kind: begins || block.kind === 'note' ? 'note' : 'small', text };
}

/** A block for each row of a table that alignment tells. */
export function tableRows(rows: readonly Cell[][], column: Column, { join }: BlockContext): PdfBlock[] {
  return rows.map((cells) => {
    const segments = cells.flatMap((cell) => cell.segments);
    const texts = cells.map((cell) =>
      cell.segments.reduce((text, next) => (text === '' ? next.text : join(text, next.text)), ''),
    );
    const bold = segments.length > 0 && segments.every((segment) => segment.bold);
    return rowBlock(texts.join('\t'), { bold, size: segments[0]?.size ?? 0, page: column.page });
  });
}

/** A row of a table that the file's structure tells. */
export function taggedRow(line: TextLine, { join }: BlockContext): PdfBlock {
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
