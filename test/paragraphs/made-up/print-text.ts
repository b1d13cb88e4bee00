import type { Content, ContentParagraph, ContentSection } from './content.ts';
import type { Plan } from './plan.ts';

/** Prints a report as plain text or Markdown, line by line. */
export function printText(content: Content, plan: Plan): string {
  return new TextPrinter(plan).print(content);
}

class TextPrinter {
  private readonly plan: Plan;
  private readonly markdown: boolean;
  private readonly lines: string[] = [];
  private page = 1;

  constructor(plan: Plan) {
    this.plan = plan;
    this.markdown = plan.format === 'md';
  }

  print({ title, sections }: Content): string {
    this.lines.push(this.markdown ? `# ${title}` : title, '');
    if (this.plan.contents) this.printContents(sections);
    for (const section of sections) this.printSection(section);
    return this.lines.join('\n').replaceAll('\n\f\n', '\n\f');
  }

  private printContents(sections: readonly ContentSection[]): void {
    const entries = sections.map(({ heading }, place) => `${heading} ..... ${place + 1}`);
    this.lines.push(this.markdown ? '## Contents' : 'Contents', '', ...entries, '');
  }

  private printSection(section: ContentSection): void {
    this.lines.push(this.markdown ? `## ${section.heading}` : section.heading, '');
    if (section.introduction) this.lines.push(...this.wrap(section.introduction), '');
    for (const part of section.paragraphs) {
      this.lines.push(...this.paragraph(part));
      if (this.plan.loose) this.lines.push('');
    }
    if (this.lines.at(-1) !== '') this.lines.push('');
    if (section.table) this.printTable(section.table);
    if (section.closing) this.lines.push(...this.wrap(section.closing), '');
    for (const { mark, text } of section.notes) this.lines.push(...this.wrap(`[${mark}] ${text}`), '');
    this.endPage();
  }

  private paragraph({ printed, text, mark, items, splitByPage }: ContentParagraph): string[] {
    const { before, number, after } = printed;
    const words = mark === null ? text : `${text}[${mark}]`;
    const whole = `${before}${number}${after}`;
    const lines =
      this.plan.numbering === 'margin' ? [whole, ...this.wrap(words)] : this.hang(`${whole} ${words}`, whole);
    if (splitByPage) this.breakPage(lines);
    return [...lines, ...items.flatMap((item) => this.item(item))];
  }

  private item({ letter, text }: ContentParagraph['items'][number]): string[] {
    const indent = this.plan.setting === 'indented' ? '  ' : '';
    return this.wrap(`${letter === '' ? this.plan.glyph : letter} ${text}`).map((line) => indent + line);
  }

  /** A page that ends with a sentence, in the last paragraph of a section, cannot be told from the paragraph's end. */
  private breakPage(lines: string[]): void {
    const middle = Math.floor(lines.length / 2);
    if (lines.length < 3 || lines[middle - 1]?.endsWith('.') || this.plan.numbering === 'margin') return;
    if (this.plan.pages === 'numbers') lines.splice(middle, 0, '', String(this.page++), '');
    if (this.plan.pages === 'heads') lines.splice(middle, 0, ...this.pageEdge());
  }

  private endPage(): void {
    if (this.plan.pages === 'numbers') this.lines.push(String(this.page++), '');
    if (this.plan.pages === 'feeds') this.lines.push('The running foot of all pages', '\f');
    if (this.plan.pages === 'heads') this.lines.push(...this.pageEdge());
  }

  /** A foot with the page's number, a form feed, a running head. */
  private pageEdge(): string[] {
    return ['', `Page ${this.page++} of 9`, '\f', 'A Report That Nobody Wrote', ''];
  }

  private printTable(rows: string[][]): void {
    const [head = [], ...body] = rows;
    const row = (cells: readonly string[]) => (this.markdown ? `| ${cells.join(' | ')} |` : cells.join('\t'));
    this.lines.push(row(head), ...(this.markdown ? ['|---|---|'] : []), ...body.map(row), '');
  }

  /** Sets further lines of a paragraph in below its first words, where the plan hangs its numbers out. */
  private hang(text: string, number: string): string[] {
    const indent = this.plan.setting === 'hanging' ? ' '.repeat(number.length + 1) : '';
    return this.wrap(text).map((line, at) => (at === 0 ? line : indent + line));
  }

  private wrap(text: string): string[] {
    const { width } = this.plan;
    if (width === 0) return [text];
    const lines: string[] = [];
    // A line may end at a hyphen too.
    for (const word of text.split(/ |(?<=\p{L}-)(?=\p{L})/u)) {
      const last = lines.at(-1);
      if (last === undefined || last.length + word.length >= width) lines.push(word);
      else lines[lines.length - 1] = last + (/\p{L}-$/u.test(last) ? '' : ' ') + word;
    }
    return lines;
  }
}
