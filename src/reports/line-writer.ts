import { mendCharacters } from './mend-characters.ts';
import type { Line } from './report.ts';

const hangingIndent = 2;
/** A number of a paragraph with what is around it. */
const longestNumber = 40;

/** Collects the words of a marked-up document into lines, with an empty line between its blocks. */
export class LineWriter {
  /** Blanks before each line that is begun. */
  indent = 0;
  headingLevel: number | null = null;
  private readonly lines: Line[] = [];
  private text = '';
  // Looking through all of a growing line with each piece of it takes square time.
  private hasWords = false;
  private endsBlank = true;
  private number = 1;
  private boldLetters = 0;
  private prefix = '';
  private note: string | null = null;
  private gap = false;
  private apart = false;

  /** Adds words to the line; `number` is the source line that they stand in. */
  write(words: string, place: { number: number; bold?: boolean }): void {
    const kept = mendCharacters(words)
      .replace(/\u00AD/g, '')
      .replace(/\u00A0/g, ' ');
    const hasWords = /\S/.test(kept);
    if (!this.hasWords && hasWords) this.number = place.number;
    this.hasWords ||= hasWords;
    if (this.apart && /^[\p{L}"'“‘(]/u.test(kept)) {
      this.text += ' ';
      this.endsBlank = true;
    }
    if (kept !== '') this.apart = false;
    const single = kept.replace(/\s+/g, ' ');
    const added = this.endsBlank ? single.replace(/^ /, '') : single;
    if (added !== '') this.endsBlank = added.endsWith(' ');
    this.text += added;
    if (place.bold) this.boldLetters += kept.replace(/\s/g, '').length;
  }

  /** What is printed before the next words that come: a list's number, a bullet. What follows in its item is set in. */
  mark(prefix: string): void {
    this.prefix += prefix;
  }

  /** The next line begins a footnote of this number. */
  beginNote(number: string): void {
    this.note = number;
    this.prefix = '';
  }

  /** An element ends in the line: a number that is all of the line so far goes apart from the words behind it. */
  endInline(): void {
    this.apart =
      this.text.length <= longestNumber &&
      /^\s*[([]?(?:\d{1,4}|[A-Z]{1,2})(?:\.\d{1,3})*[.)\]]{0,2}$/.test(this.text);
  }

  /** Ends the line; the next follows without an empty one. */
  endLine(): void {
    const words = this.text.trim();
    this.text = '';
    this.hasWords = false;
    this.endsBlank = true;
    if (words === '') return;
    const hangs = this.prefix.trim() !== '';
    this.push(this.addMarks(words), words.replace(/\s/g, '').length <= this.boldLetters);
    this.boldLetters = 0;
    // What else stands in an item of a list is set in below its first line.
    if (hangs) this.indent += hangingIndent;
  }

  /** Ends the line and the block: an empty line follows. */
  endBlock(): void {
    this.endLine();
    this.gap = this.lines.length > 0;
  }

  /** A whole row of a table, its cells separated by tabs. */
  row(text: string, place: { number: number; bold: boolean }): void {
    this.endLine();
    this.number = place.number;
    this.push(text, place.bold);
  }

  rule(number: number): void {
    this.endBlock();
    this.number = number;
    this.push('', false, true);
    this.gap = true;
  }

  /** A line whose blanks are its setting, empty ones too. */
  verbatim(text: string, number: number): void {
    this.endLine();
    this.number = number;
    this.push(text.trimEnd(), false);
  }

  /** All lines; to be asked for once, at the end. */
  finish(): Line[] {
    this.endLine();
    return this.lines;
  }

  private addMarks(words: string): string {
    const { note, prefix } = this;
    this.note = null;
    this.prefix = '';
    if (note === null) return prefix + words;
    const own = new RegExp(`^[\\^↑\\s]*[[(]?${note}[\\])]?[.:)]?\\s+`, 'u');
    return `[${note}] ${words.replace(own, '').replace(/\s*[↩↵⏎↑^]\uFE0E?$/u, '')}`;
  }

  private push(text: string, bold: boolean, rule = false): void {
    const blank = { page: null, headingLevel: null, bold: false, rule: false };
    if (this.gap) this.lines.push({ ...blank, text: '', number: this.number });
    this.gap = false;
    const indented = this.headingLevel === null && text !== '' ? ' '.repeat(this.indent) + text : text;
    this.lines.push({
      ...blank,
      text: indented,
      number: this.number,
      headingLevel: this.headingLevel,
      bold,
      rule,
    });
  }
}
