import type { LaidLine } from './layout.ts';

export type BlockKind = 'heading' | 'numbered' | 'text' | 'bullet' | 'item' | 'row' | 'footnote';

/** Printed lines that belong together by their setting: the stuff that paragraphs are made of. */
export interface Block {
  kind: BlockKind;
  /** Without number, bullet and footnote marks; the cells of a row are separated by tabs. */
  text: string;
  /** The printed number of a numbered block. */
  number: string | null;
  /** The run of numbering, −1 outside numbering. */
  run: number;
  /** Where the number stood in the line, as printed with its punctuation: needed when it turns out a heading's. */
  printedNumber: string;
  /** The mark with which a footnote begins. */
  mark: string | null;
  /** A remark on the heading above it, set like a heading itself. */
  remark?: boolean;
  /** Heading level by mark-up. */
  level: number | null;
  bold: boolean;
  indent: number;
  /** Something stands between this block and the one before: an empty line, furniture, a page's end. */
  gapBefore: boolean;
  pageTop: boolean;
  /** Length of its last printed line. */
  lastLength: number;
  page: number | null;
  /** First and last line in the source. */
  lines: [number, number];
}

/** Characters after which nothing more is joined: no page cuts a text of that length, and joining takes square time. */
export const longestBlock = 50_000;

/** A block that begins with a line. */
export function beginBlock(kind: BlockKind, line: LaidLine, text: string): Block {
  return {
    kind,
    text,
    number: null,
    run: -1,
    printedNumber: '',
    mark: null,
    level: line.level,
    bold: line.bold,
    indent: line.indent,
    gapBefore: line.gapBefore,
    pageTop: line.pageTop,
    lastLength: line.text.length,
    page: line.page,
    lines: [line.number, line.number],
  };
}
