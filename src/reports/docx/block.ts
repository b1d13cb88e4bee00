/** A paragraph, a row or a note of a Word document, before it is set in lines. */
export interface DocxBlock {
  /** An empty paragraph prints nothing, and parts those around it. */
  kind: 'paragraph' | 'row' | 'note' | 'empty';
  /** With its number or bullet; line breaks as \n; the cells of a row are separated by tabs. */
  text: string;
  headingLevel: number | null;
  /** Paragraphs of the same likeness are set alike. */
  likeness: string;
  bold: boolean;
  /** Blanks before its first line. */
  indent: number;
  /** Blanks that were typed before its words: they say something where each line was typed as a paragraph. */
  typedBlanks: number;
  /** 1-based; null for notes, which stand at the foot of other pages. */
  page: number | null;
}
