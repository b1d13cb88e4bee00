import type { Line } from './report.ts';
import { readDirective, readSubstitutions } from './rst-directives.ts';
import { isStrong, type Substitutions, stripRstMarkup } from './rst-inline.ts';
import { type DrawnRow, readDrawnTable } from './rst-tables.ts';
import { cutLines, type SourceLine } from './source-lines.ts';

const adornment = /^([!-/:-@[-`{-~])\1{1,}$/;
/** Lines of a table that is drawn. */
const longestTable = 2_000;
const transition = /^([!-/:-@[-`{-~])\1{3,}$/;

/**
 * Reads reStructuredText: adorned titles become headings, levelled in the order in which their adornments come;
 * footnotes begin with "[1]"; comments, targets and instructions to a typesetter are left out.
 */
export function readRst(text: string): Line[] {
  return new RstReading(cutLines(text)).read();
}

class RstReading {
  private readonly source: SourceLine[];
  private readonly substitutions: Substitutions;
  private readonly levels: string[] = [];
  private readonly lines: Line[] = [];
  private at = 0;
  private automatic = { footnote: 0, mark: 0, item: 0 };

  constructor(source: SourceLine[]) {
    this.source = source;
    this.substitutions = readSubstitutions(source.map((line) => line.text));
  }

  read(): Line[] {
    while (this.at < this.source.length) this.readNext();
    return this.lines;
  }

  private readNext(): void {
    const text = this.textAt(0);
    if (text.trim() === '') this.push('');
    else if (!this.readTitle() && !this.readTable() && !this.readExplicit(text)) this.readLine(text);
  }

  /** A line with a row of marks below it, at least as long, or between two of the same. */
  private readTitle(): boolean {
    const first = this.textAt(0);
    const over = adornment.exec(first);
    const title = over ? this.textAt(1) : first;
    const under = this.textAt(over ? 2 : 1);
    const below = adornment.exec(under);
    const isTitle =
      below !== null &&
      title.trim() !== '' &&
      (over ? under === first : !/^\s/.test(title)) &&
      under.length >= Math.min(title.trim().length, 4) &&
      !adornment.test(title);
    if (isTitle) {
      const key = `${over ? 'over ' : ''}${below[1]}`;
      if (!this.levels.includes(key)) this.levels.push(key);
      this.skip(over ? 1 : 0);
      this.push(this.strip(title.trim()), { headingLevel: Math.min(6, this.levels.indexOf(key) + 1) });
      this.skip(1);
      return true;
    }
    if (!transition.test(first) || this.textAt(-1).trim() !== '' || this.textAt(1).trim() !== '')
      return false;
    this.push('', { rule: true });
    return true;
  }

  private readTable(): boolean {
    if (!/^\s*(?:\+[-=]|=+\s+=)/.test(this.textAt(0))) return false;
    const drawn = readDrawnTable(this.source.slice(this.at, this.at + longestTable).map(({ text }) => text));
    if (!drawn) return false;
    this.pushRows(drawn.rows, this.at);
    this.skip(drawn.length);
    return true;
  }

  private pushRows(rows: readonly DrawnRow[], from: number): void {
    for (const { at, cells, head } of rows) {
      const line = this.source[from + at] ?? { number: 1, page: null };
      const text = cells
        .map((cell) => this.strip(cell))
        .join('\t')
        .trimEnd();
      this.lines.push({
        ...plain(line),
        text,
        bold: head || cells.every((cell) => cell === '' || isStrong(cell)),
      });
    }
  }

  /** What begins with two dots: a footnote, an instruction with words, or nothing that is printed. */
  private readExplicit(text: string): boolean {
    const [, indent, body] = /^(\s*)\.\.(?:\s+(.*))?$/.exec(text) ?? [];
    if (indent === undefined) return /^__\s/.test(text) && this.skip(1);
    const note = /^\[(#?[^\]\s]*|\*)\]\s*(.*)$/.exec(body ?? '');
    if (note) {
      this.push(`[${this.numberNote(note[1] ?? '')}] ${this.strip(note[2] ?? '')}`);
      return true;
    }
    const length = this.lengthOfBody(indent.length);
    const content = this.source.slice(this.at + 1, this.at + 1 + length).map((line) => line.text);
    const read = readDirective(body ?? '', content);
    if (read.title !== null) this.push(this.strip(read.title), { bold: true, headingLevel: read.level });
    else this.skip(1);
    if (read.rows.length > 0) this.pushRows(read.rows, this.at);
    if (read.keeps) this.skip(read.options);
    else this.skip(length);
    return true;
  }

  /** How many of the next lines are set in below the one that stands `indent` deep. */
  private lengthOfBody(indent: number): number {
    let length = 0;
    for (let ahead = 1; this.at + ahead < this.source.length; ahead++) {
      const text = this.textAt(ahead);
      if (text.trim() === '') continue;
      if (text.length - text.trimStart().length <= indent) break;
      length = ahead;
    }
    return length;
  }

  private readLine(text: string): void {
    const block = text.replace(/^(\s*)\|(?:\s|$)/, '$1');
    const field = block.replace(/^(\s*):([^:\s][^:]*):(?=\s|$)(?!`)/, '$1$2:');
    const item = field.replace(/^(\s*)\(?#[.)]\s+/, (_, lead: string) => `${lead}${++this.automatic.item}. `);
    if (item === field && !/^\s/.test(text)) this.automatic.item = 0;
    const bold = isStrong(text.replace(/^\s*(?:\d+(?:\.\d+)*[.)]?\s+)?/, ''));
    this.push(this.strip(item.replace(/::$/, ':')).trimEnd(), { bold });
  }

  private numberNote(label: string): string {
    return label.startsWith('#') ? String(++this.automatic.footnote) : label;
  }

  private strip(text: string): string {
    const counted = text.replace(/\[#[^\]\s]*\]_/g, () => `[${++this.automatic.mark}]_`);
    return stripRstMarkup(counted, this.substitutions);
  }

  private textAt(ahead: number): string {
    return this.source[this.at + ahead]?.text ?? '';
  }

  private skip(count: number): true {
    this.at += count;
    return true;
  }

  private push(text: string, known: Partial<Line> = {}): void {
    const line = this.source[this.at];
    if (line) this.lines.push({ ...plain(line), text, ...known });
    this.at++;
  }
}

function plain({ number, page }: { number: number; page: number | null }): Line {
  return { text: '', number, page, headingLevel: null, bold: false, rule: false };
}
