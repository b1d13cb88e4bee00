/** A line of a file before any reader has looked at it. */
export interface SourceLine {
  text: string;
  /** 1-based. */
  number: number;
  /** 1-based page by form feeds; null in a file that has none. */
  page: number | null;
}

/**
 * Cuts a file's text into lines without their ends. A form feed begins a new page and, in the middle of a line, a
 * new line of the same number.
 */
export function cutLines(text: string): SourceLine[] {
  const paged = text.includes('\f');
  const lines: SourceLine[] = [];
  let page = 1;
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  for (const [index, raw] of source.split(/\r\n|\n|\r/).entries()) {
    for (const [part, piece] of raw.split('\f').entries()) {
      if (part > 0) page++;
      lines.push({ text: piece.trimEnd(), number: index + 1, page: paged ? page : null });
    }
  }
  return lines;
}
