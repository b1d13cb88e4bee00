import { level, numbering, paragraph, run, style, table, writeDocx } from '../../reports/docx/write-docx.ts';
import type { Content, ContentParagraph, ContentSection } from './content.ts';
import type { Plan } from './plan.ts';

const bulletList = 1;
const firstList = 2;
const formats: Partial<Record<Plan['numbering'], string>> = { roman: 'upperRoman' };

/** Prints a report as a Word file, its numbers Word's own where a list of one level can print them. */
export function printDocx(content: Content, plan: Plan): Uint8Array {
  return new DocxPrinter(plan).print(content);
}

class DocxPrinter {
  private readonly plan: Plan;
  private readonly body: string[] = [];
  private readonly notes: string[] = [];
  private readonly lists: string[] = [numbering(bulletList, level(0, 'bullet', '\uF0B7'))];

  constructor(plan: Plan) {
    this.plan = plan;
  }

  print({ title, sections }: Content): Uint8Array {
    this.body.push(paragraph(title, { style: 'Title' }));
    if (this.plan.contents) {
      this.body.push(paragraph('Contents', { style: 'H1' }));
      for (const [place, { heading }] of sections.entries())
        this.body.push(paragraph(`${run(heading)}<w:r><w:tab/></w:r>${run(String(place + 1))}`));
    }
    for (const section of sections) this.printSection(section);
    return writeDocx({
      body: this.body.join(''),
      styles: style('Title', 'Title') + style('H1', 'heading 1'),
      numbering: this.lists.join(''),
      ...(this.notes.length > 0 ? { footnotes: this.notes.join('') } : {}),
    });
  }

  private printSection(section: ContentSection): void {
    this.body.push(paragraph(section.heading, { style: 'H1' }));
    if (section.introduction !== null) this.body.push(paragraph(section.introduction));
    for (const part of section.paragraphs) this.printParagraph(part);
    if (section.table) this.body.push(table(section.table, '<w:tblHeader/>'));
    if (section.closing !== null) this.body.push(paragraph(section.closing));
    for (const { mark, text } of section.notes)
      this.notes.push(
        `<w:footnote w:id="${mark}">${paragraph(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`)}</w:footnote>`,
      );
  }

  private printParagraph({ printed, text, mark, items }: ContentParagraph): void {
    const { before, number, after } = printed;
    const note = mark === null ? '' : `<w:r><w:footnoteReference w:id="${mark}"/></w:r>`;
    const words = run(text) + note;
    const whole = `${before}${number}${after}`;
    if (this.plan.numbering === 'margin') this.body.push(paragraph(whole), paragraph(words));
    else if (this.plan.automatic && this.plan.numbering !== 'clauses') this.printAutomatic(printed, words);
    else this.body.push(paragraph(`<w:r><w:t>${whole}</w:t><w:tab/></w:r>${words}`));
    for (const item of items) {
      if (item.letter === '') this.body.push(paragraph(item.text, { list: bulletList, level: 0 }));
      else this.body.push(paragraph(run(`${item.letter} ${item.text}`)));
    }
  }

  /** A list of its own that begins with the number: its last step counts, what stands before it is typed. */
  private printAutomatic({ before, number, after }: ContentParagraph['printed'], words: string): void {
    const list = firstList + this.lists.length - 1;
    const format = formats[this.plan.numbering];
    const [, head = '', step = '1'] = format
      ? ['', '', String(romanValue(number))]
      : (/^(.*?)(\d+)$/.exec(number) ?? []);
    const start = level(0, format ?? 'decimal', `${before}${head}%1${after}`).replace(
      'w:start w:val="1"',
      `w:start w:val="${step}"`,
    );
    this.lists.push(numbering(list, start));
    this.body.push(paragraph(words, { list, level: 0 }));
  }
}

const worths: Record<string, number> = { I: 1, V: 5, X: 10 };

function romanValue(numeral: string): number {
  return [...numeral].reduce((sum, letter, place) => {
    const worth = worths[letter] ?? 0;
    return sum + (worth < (worths[numeral[place + 1] ?? ''] ?? 0) ? -worth : worth);
  }, 0);
}
