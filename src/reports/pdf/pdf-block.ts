/** A paragraph, heading, list item, note or table row as it is set on one page. */
export interface PdfBlock {
  /** `small` is text in small print at the end of a column, which may go on with a note of the page before. */
  kind: 'text' | 'row' | 'note' | 'small';
  /** Cells are separated by tabs. */
  text: string;
  bold: boolean;
  /** By the file's structure. */
  level: number | null;
  size: number;
  page: number;
  /** How many printed lines it has. */
  lines: number;
  /** In points from the left edge of its column: its first line, and its last one. */
  indent: number;
  lastIndent: number;
  /** Room right of its last line, in points; what fits there would not have gone to the next page. */
  room: number;
  /** Width of its first word, in points. */
  firstWord: number;
  /** Which box of the report it stands in. */
  box?: number;
  /** The first block of a column or a page. */
  first: boolean;
}
