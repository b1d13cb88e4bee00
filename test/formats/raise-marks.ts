import type { SplitReport } from '../../src/paragraphs/paragraph.ts';

/** Puts footnote marks back where the text has them glued to a word: each note's number once, in order. */
export class MarkRaiser {
  private next = 1;
  private readonly notes: number;
  private readonly raise: (mark: string) => string;

  constructor(split: SplitReport, raise: (mark: string) => string) {
    this.notes = split.paragraphs.filter(({ form }) => form === 'footnote').length;
    this.raise = raise;
  }

  /** The pieces of a text: words through `print`, marks raised. */
  print(text: string, print: (words: string) => string): string {
    const mark = this.next <= this.notes ? findMark(text, String(this.next)) : null;
    if (mark === null) return print(text);
    const number = String(this.next++);
    const rest = text.slice(mark + number.length);
    return print(text.slice(0, mark)) + this.raise(number) + this.print(rest, print);
  }
}

/** Where a number stands right behind a word or its closing mark and right before no other word. */
function findMark(text: string, number: string): number | null {
  return new RegExp(`(?<=\\p{Ll}{2}|[)’”.,])${number}(?![\\p{L}\\p{N}.,%])`, 'u').exec(text)?.index ?? null;
}
