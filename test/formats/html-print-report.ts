import type { Paragraph, SplitReport } from '../../src/paragraphs/paragraph.ts';
import { MarkRaiser } from './raise-marks.ts';

/** How a report is set as a web page to be printed. */
export interface PageSetting {
  columns: 1 | 2;
  /**
   * Numbers and bullets of lists, with raised footnote marks; or all of them typed into the words, hanging out of
   * their paragraphs; or numbers typed at the start of plain paragraphs, in the browser's own look.
   */
  numbers: 'list' | 'typed' | 'plain';
}

/** Prints a split report as a web page with headings, lists and tables, set as such reports are. */
export function printPage(split: SplitReport, setting: PageSetting): string {
  const body = new PagePrinter(split, setting).print();
  const look = setting.columns === 2 ? twoColumns : oneColumn;
  const plain = setting.columns === 2 ? 'body{column-count:2}' : '';
  const style = setting.numbers === 'plain' ? plain : common + look;
  return `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Report</title><style>${style}</style><body>${body}</body></html>`;
}

const common =
  'h1{font-size:20pt;line-height:1.2}h2{font-size:15pt}h3{font-size:13pt}h4,h5{font-size:11pt}h2,h3,h4,h5{break-after:avoid;margin:14pt 0 6pt}p,li{margin:0 0 7pt}ol,ul{margin:0;padding-left:24pt}.typed{padding-left:28pt;text-indent:-28pt}.typed>span{display:inline-block;width:28pt;text-indent:0}.bullet{padding-left:42pt;text-indent:-14pt}.bullet>span{display:inline-block;width:14pt;text-indent:0}.inner{padding-left:28pt}table{border-collapse:collapse;margin:8pt 0;width:100%}td,th{border:0.5pt solid #888;padding:3pt 5pt;text-align:left;vertical-align:top}.note{font-size:8pt}sup{font-size:65%;line-height:1}';
const oneColumn = 'body{font:11pt/1.35 Arial,"Liberation Sans",sans-serif}';
const twoColumns =
  'body{font:9.5pt/1.3 "Times New Roman","Liberation Serif",serif;text-align:justify}main{column-count:2;column-gap:8mm}h1,h2,h3,h4,h5{text-align:left}';

class PagePrinter {
  private readonly split: SplitReport;
  private readonly setting: PageSetting;
  private readonly marks: MarkRaiser;
  private readonly parts: string[] = [];
  private path: string[] = [];
  private notes = 0;

  constructor(split: SplitReport, setting: PageSetting) {
    this.split = split;
    this.setting = setting;
    this.marks = new MarkRaiser(split, (mark) => (setting.numbers === 'list' ? `<sup>${mark}</sup>` : mark));
  }

  print(): string {
    const { paragraphs, headings } = this.split;
    const [title = ''] = headings;
    if (!paragraphs.some(({ heading, form }) => form !== 'title' && heading.includes(title)))
      this.parts.push(`<h1>${this.words(title)}</h1>`);
    const body = paragraphs.findIndex(({ form }) => form !== 'title');
    for (const { text } of paragraphs.slice(0, body)) this.parts.push(`<p>${this.words(text)}</p>`);
    this.parts.push('<main>');
    for (let at = body; at < paragraphs.length; at++) at = this.printNext(at);
    return `${this.parts.join('\n')}</main>`;
  }

  /** Prints a paragraph, or a whole table; gives the place of the last that was printed. */
  private printNext(at: number): number {
    const item = this.split.paragraphs[at];
    if (!item) return at;
    if (item.form === 'footnote') {
      const mark = ++this.notes;
      this.parts.push(`<p class="note"><sup>${mark}</sup> ${this.words(item.text)}</p>`);
      return at;
    }
    this.printHeadings(item);
    if (item.form === 'table_row') return this.printTable(at);
    if (item.number !== null) this.printNumbered(item.number, item.text.split('\n'));
    else this.printLines(item.text.split('\n'), '');
    return at;
  }

  private printHeadings({ heading }: Paragraph): void {
    const same = heading.findIndex((text, depth) => text !== this.path[depth]);
    for (const [depth, text] of heading.entries()) {
      const tag = `h${Math.min(depth + 2, 5)}`;
      if (same >= 0 && depth >= same) this.parts.push(`<${tag}>${this.words(text)}</${tag}>`);
    }
    this.path = heading;
  }

  private printTable(from: number): number {
    const first = this.split.paragraphs[from];
    const after = this.split.paragraphs.findIndex(
      ({ form, columns }, at) =>
        at > from && (form !== 'table_row' || columns?.join() !== first?.columns?.join()),
    );
    const to = after < 0 ? this.split.paragraphs.length : after;
    const row = (cells: readonly string[], tag: string) =>
      `<tr>${cells.map((cell) => `<${tag}>${this.words(cell)}</${tag}>`).join('')}</tr>`;
    const rows = this.split.paragraphs.slice(from, to).map(({ text }) => row(text.split('\t'), 'td'));
    const head = first?.columns ? `<thead>${row(first.columns, 'th')}</thead>` : '';
    this.parts.push(`<table>${head}<tbody>${rows.join('')}</tbody></table>`);
    return to - 1;
  }

  private printNumbered(number: string, [first = '', ...rest]: string[]): void {
    if (this.setting.numbers === 'list') {
      this.parts.push(`<ol><li value="${number}"><p>${this.words(first)}</p>`);
      this.printLines(rest, '');
      this.parts.push('</li></ol>');
    } else if (this.setting.numbers === 'plain') {
      this.parts.push(`<p>${number}. ${this.words(first)}</p>`);
      this.printLines(rest, '');
    } else {
      this.parts.push(`<p class="typed"><span>${number}.</span>${this.words(first)}</p>`);
      this.printLines(rest, 'inner');
    }
  }

  private printLines(lines: readonly string[], setting: string): void {
    for (const [at, line] of lines.entries()) {
      if (isSideHeading(line, lines[at + 1])) this.printSideHeading(line);
      else if (!line.startsWith('- ')) this.parts.push(`<p class="${setting}">${this.words(line)}</p>`);
      else if (this.setting.numbers === 'typed')
        this.parts.push(`<p class="bullet"><span>•</span>${this.words(line.slice(2))}</p>`);
      else {
        const opens = lines[at - 1]?.startsWith('- ') ? '' : '<ul>';
        const closes = lines[at + 1]?.startsWith('- ') ? '' : '</ul>';
        this.parts.push(`${opens}<li>${this.words(line.slice(2))}</li>${closes}`);
      }
    }
  }

  private printSideHeading(text: string): void {
    const words = this.words(text);
    this.parts.push(
      this.setting.numbers === 'typed' ? `<p class="inner"><b>${words}</b></p>` : `<h4>${words}</h4>`,
    );
  }

  private words(text: string): string {
    return this.marks.print(text, escapeHtml);
  }
}

/** "Immediately:" over bullets of a numbered paragraph. */
function isSideHeading(line: string, next: string | undefined): boolean {
  return line.endsWith(':') && line.length < 40 && next?.startsWith('- ') === true;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
