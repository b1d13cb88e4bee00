import type { PdfPage, Piece } from '../../../src/reports/pdf/pdf-page.ts';

const size = 10;
/** Every character is as wide as this, in points. */
export const characterWidth = 5;

/** Words at a place of a page, all characters equally wide. */
export function piece(text: string, x: number, y: number, style: Partial<Piece> = {}): Piece {
  const width = text.length * characterWidth;
  return { text, x, y, width, size, bold: false, artifact: false, tag: null, ...style };
}

/** Lines of text below each other. */
export function lines(texts: readonly string[], x: number, y: number, pitch = 12): Piece[] {
  return texts.map((text, at) => piece(text, x, y + at * pitch));
}

/** A page of A4 with pieces on it. */
export function page(number: number, pieces: Piece[], rest: Partial<PdfPage> = {}): PdfPage {
  return { number, width: 595, height: 842, pieces, dots: [], boxes: [], aside: [], ...rest };
}

/** Words broken to lines of at most so many characters. */
export function wrap(text: string, characters: number): string[] {
  const wrapped: string[] = [];
  for (const word of text.split(' ')) {
    const open = wrapped.at(-1);
    if (open !== undefined && open.length + 1 + word.length <= characters)
      wrapped[wrapped.length - 1] = `${open} ${word}`;
    else wrapped.push(word);
  }
  return wrapped;
}
