import type { Paragraph, SplitReport } from '../../src/paragraphs/paragraph.ts';
import {
  type DocxContent,
  level,
  numbering,
  paragraph,
  run,
  style,
  table,
  writeDocx,
} from '../reports/docx/write-docx.ts';
import { MarkRaiser } from './raise-marks.ts';

/** Whether numbers, bullets and footnotes are Word's own or part of the words. */
export type Numbers = 'automatic' | 'typed';

const bulletList = 1;
const firstList = 2;

/** Prints a split report as a Word file: headings in styles, numbers and bullets automatic or typed. */
export function printReport(split: SplitReport, numbers: Numbers): Uint8Array {
  return writeDocx(new ReportPrinter(split, numbers).print());
}

/** The same to be put on pages, in columns, with a running head and page numbers. */
export function printPaged(split: SplitReport, numbers: Numbers, columns: 1 | 2): Uint8Array {
  const content = new ReportPrinter(split, numbers).print();
  const page =
    '<w:r><w:t xml:space="preserve">Page </w:t></w:r><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>';
  return writeDocx({
    ...content,
    styles: `${pageStyles(columns)}${content.styles}`,
    header: paragraph(run('A Report to the Committee', small)),
    footer: paragraph(page, { more: '<w:jc w:val="center"/>' }),
    section: `<w:headerReference w:type="default" r:id="header"/><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1247" w:bottom="1440" w:left="1247" w:header="708" w:footer="708"/><w:cols w:num="${columns}" w:space="510"/>`,
  });
}

class ReportPrinter {
  private readonly split: SplitReport;
  private readonly automatic: boolean;
  private readonly marks: MarkRaiser;
  private readonly body: string[] = [];
  private readonly notes: string[] = [];
  private path: string[] = [];
  private rows: string[][] = [];
  private columns: string[] | null = null;
  /** For each list the number that it begins from. */
  private readonly starts: number[] = [];
  private next = Number.NaN;

  constructor(split: SplitReport, numbers: Numbers) {
    this.split = split;
    this.automatic = numbers === 'automatic';
    this.marks = new MarkRaiser(split, (mark) =>
      this.automatic ? `<w:r><w:footnoteReference w:id="${mark}"/></w:r>` : run(mark),
    );
  }

  print(): DocxContent {
    const [title = ''] = this.split.headings;
    const isSection = this.split.paragraphs.some(
      ({ heading, form }) => form !== 'title' && heading.includes(title),
    );
    if (!isSection) this.body.push(paragraph(title, { style: 'Title' }));
    for (const item of this.split.paragraphs) {
      if (item.form === 'table_row') {
        if (item.columns?.join() !== this.columns?.join()) this.endTable();
        this.printHeadings(item);
        this.columns = item.columns;
        this.rows.push(item.text.split('\t'));
        continue;
      }
      this.endTable();
      if (item.form === 'footnote') this.printNote(item.text);
      else {
        this.printHeadings(item);
        this.printParagraph(item);
      }
    }
    this.endTable();
    const content = { body: this.body.join(''), styles: headingStyles, numbering: this.printLists() };
    return this.automatic && this.notes.length > 0 ? { ...content, footnotes: this.notes.join('') } : content;
  }

  private printNote(text: string): void {
    const mark = this.notes.length + 1;
    const words = this.automatic ? `<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}` : run(`${mark} ${text}`);
    this.notes.push(`<w:footnote w:id="${mark}">${paragraph(words)}</w:footnote>`);
    if (!this.automatic) this.body.push(paragraph(words));
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
      this.body.push(
        paragraph(`<w:r><w:t>${number}.</w:t><w:tab/></w:r>${this.words(text)}`, { more: hanging }),
      );
      return;
    }
    if (Number(number) !== this.next) this.starts.push(Number(number));
    this.next = Number(number) + 1;
    this.body.push(paragraph(this.words(text), { list: firstList + this.starts.length - 1, level: 0 }));
  }

  private printLine(text: string, isInner: boolean): void {
    const bullet = text.startsWith('- ');
    if (bullet && this.automatic)
      this.body.push(paragraph(this.words(text.slice(2)), { list: bulletList, level: 0 }));
    else if (bullet) this.body.push(paragraph(`<w:r><w:t>•</w:t><w:tab/></w:r>${this.words(text.slice(2))}`));
    else if (isInner && text.endsWith(':')) this.body.push(paragraph(run(text, '<w:b/>')));
    else this.body.push(paragraph(this.words(text), isInner ? { more: setIn } : {}));
  }

  private words(text: string): string {
    return this.marks.print(text, (words) => run(words));
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
const small = '<w:sz w:val="16"/>';
const bold = (size: number) => `<w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr>`;
const headingStyles =
  style('Title', 'Title', bold(40)) +
  [1, 2, 3, 4].map((depth) => style(`H${depth}`, `heading ${depth}`, bold(34 - depth * 3))).join('');

/** What paragraphs look like that say nothing of it. */
function pageStyles(columns: 1 | 2): string {
  const [font, size] = columns === 1 ? ['Liberation Sans', 22] : ['Liberation Serif', 20];
  return `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/><w:sz w:val="${size}"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="140"/></w:pPr></w:pPrDefault></w:docDefaults>`;
}
