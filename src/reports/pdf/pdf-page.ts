/** A piece of text that a page draws in one go: mostly a few words of one line in one font. */
export interface Piece {
  text: string;
  /** Left edge, in points from the page's left. */
  x: number;
  /** Baseline, in points from the page's top. */
  y: number;
  /** In points. */
  width: number;
  /** Size of the font, in points. */
  size: number;
  bold: boolean;
  /** The file says that it is no part of the text. */
  artifact: boolean;
  /** What the file's own structure says of it; null where it says nothing. */
  tag: Tag | null;
}

/** The place of a piece in the structure of a tagged file. */
export interface Tag {
  /** The paragraph, heading, list item or cell that it is in, unique in the file; null where it is in none of them. */
  block: string | null;
  role: 'heading' | 'item' | 'cell' | 'note' | 'text';
  /** Of a heading, 1–6. */
  level: number | null;
  /** The bullet of a list item is drawn, not written. */
  bullet: boolean;
  /** Of a cell. */
  cell: { table: string; row: number; column: number; head: boolean } | null;
}

/** A part of a page, in points from its top left. */
export interface Rectangle {
  x: number;
  right: number;
  y: number;
  bottom: number;
}

/** One page as its file draws it, before anything is made of it. */
export interface PdfPage {
  /** 1-based. */
  number: number;
  width: number;
  height: number;
  pieces: Piece[];
  /** Small shapes, as bullets are drawn in place of a glyph: their centres. */
  dots: { x: number; y: number }[];
  /** Large shapes, shaded or with a line around them, in which text may stand. */
  boxes: Rectangle[];
  /** Words that run another way than the text, as printed: stamps, labels at the side. */
  aside: string[];
}

/** What a reader of PDF files found besides lines, for an honest account of the reading. */
export interface PdfNotes {
  pages: number;
  /** Pages on which nothing is written: scans, or blank ones. */
  pagesWithoutText: number[];
  /** Running heads and feet, page numbers and words that run another way: left out, as printed, by page. */
  furniture: { page: number; text: string }[];
  /** Pages whose own structure was followed. */
  taggedPages: number;
}
