import type { Paragraph, SplitReport } from '../../src/paragraphs/paragraph.ts';
import { level, numbering, paragraph, run, style, table, writeDocx } from '../reports/docx/write-docx.ts';

/** Whether numbers and bullets are Word's own or part of the words. */
export type Numbers = 'automatic' | 'typed';

const bulletList = 1;
const firstList = 2;

/** Prints a split report as a Word file: headings in styles, numbers and bullets automatic or typed. */
export function printReport(split: SplitReport, numbers: Numbers): Uint8Array {
  return new ReportPrinter(split, numbers).print();
}

class ReportPrinter {
  private readonly split: SplitReport;
  private readonly automatic: boolean;
  private readonly body: string[] = [];
  private path: string[] = [];
  private rows: string[][] = [];
  private columns: string[] | null = null;
  /** For each list the number that it begins from. */
  private readonly starts: number[] = [];
  private next = Number.NaN;

  constructor(split: SplitReport, numbers: Numbers) {
    this.split = split;
    this.automatic = numbers === 'automatic';
  }

  print(): Uint8Array {
    const [title] = this.split.headings;
    if (title !== undefined) this.body.push(paragraph(title, { style: 'Title' }));
    let note = 0;
    for (const item of this.split.paragraphs) {
      if (item.form === 'table_row') {
        if (item.columns?.join() !== this.columns?.join()) this.endTable();
        this.printHeadings(item);
        this.columns = item.columns;
        this.rows.push(item.text.split('\t'));
        continue;
      }
      this.endTable();
      if (item.form === 'footnote') this.body.push(paragraph(`${++note} ${item.text}`));
      else {
        this.printHeadings(item);
        this.printParagraph(item);
      }
    }
    this.endTable();
    return writeDocx({ body: this.body.join(''), styles: headingStyles, numbering: this.printLists() });
  }

  private printHeadings({ heading, form }: Paragraph): void {
    if (form === 'title') return;
    const same = heading.findIndex((text, depth) => text !== this.path[depth]);
    const from = same < 0 ? heading.length : same;
    for (const [depth, text] of heading.entries())
      if (depth >= from) this.body.push(paragraph(text, { style: `H${depth + 1}` }));
    this.path = heading;
  }

  private printParagraph(item: Paragraph): void {
    const [first = '', ...rest] = item.text.split('\n');
    if (item.number !== null) this.printNumbered(item.number, first);
    else this.printLine(first, false);
    for (const line of rest) this.printLine(line, item.number !== null);
  }

  private printNumbered(number: string, text: string): void {
    if (!this.automatic) {
      this.body.push(paragraph(`<w:r><w:t>${number}.</w:t><w:tab/></w:r>${run(text)}`, { more: hanging }));
      return;
    }
    if (Number(number) !== this.next) this.starts.push(Number(number));
    this.next = Number(number) + 1;
    this.body.push(paragraph(text, { list: firstList + this.starts.length - 1, level: 0 }));
  }

  private printLine(text: string, isInner: boolean): void {
    const bullet = text.startsWith('- ');
    if (bullet && this.automatic) this.body.push(paragraph(text.slice(2), { list: bulletList, level: 0 }));
    else if (bullet) this.body.push(paragraph(`<w:r><w:t>•</w:t><w:tab/></w:r>${run(text.slice(2))}`));
    else if (isInner && text.endsWith(':')) this.body.push(paragraph(run(text, '<w:b/>')));
    else this.body.push(paragraph(text, isInner ? { more: setIn } : {}));
  }

  private endTable(): void {
    if (this.rows.length > 0)
      this.body.push(
        table(this.columns ? [this.columns, ...this.rows] : this.rows, this.columns ? '<w:tblHeader/>' : ''),
      );
    this.rows = [];
    this.columns = null;
  }

  private printLists(): string {
    const restarts = this.starts.map((start, at) => [
      firstList + at,
      `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${start}"/></w:lvlOverride>`,
    ]);
    return (
      numbering(bulletList, level(0, 'bullet', '\uF0B7')) +
      numbering(
        firstList,
        level(0, 'decimal', '%1.', `<w:pPr>${hanging}</w:pPr>`),
        Object.fromEntries(restarts),
      )
    );
  }
}

const hanging = '<w:ind w:left="567" w:hanging="567"/>';
const setIn = '<w:ind w:left="567"/>';
const headingStyles =
  style('Title', 'Title') + [1, 2, 3, 4].map((depth) => style(`H${depth}`, `heading ${depth}`)).join('');
