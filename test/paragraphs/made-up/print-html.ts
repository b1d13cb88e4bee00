import type { Content, ContentParagraph, ContentSection } from './content.ts';
import type { Plan } from './plan.ts';

/** Prints a report as a web page, its numbers those of lists where lists can print them. */
export function printHtml({ title, sections }: Content, plan: Plan): string {
  const contents = sections.map(({ heading }, place) => `<p>${heading} ..... ${place + 1}</p>`).join('\n');
  const body = sections.map((section) => printSection(section, plan)).join('\n');
  const list = plan.contents ? `<h2>Contents</h2>\n${contents}` : '';
  return `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav><h1>${title}</h1>${list}\n${body}</body></html>`;
}

function printSection(section: ContentSection, plan: Plan): string {
  const { introduction, table, closing } = section;
  return [
    `<h2>${section.heading}</h2>`,
    introduction === null ? '' : `<p>${introduction}</p>`,
    ...section.paragraphs.map((part) => printParagraph(part, plan)),
    table ? printTable(table) : '',
    closing === null ? '' : `<p>${closing}</p>`,
    ...section.notes.map(({ mark, text }) => `<p id="n${mark}">${mark} ${text}</p>`),
  ].join('\n');
}

const listTypes: Partial<Record<Plan['numbering'], string>> = { running: '1', restarting: '1', roman: 'I' };

function printParagraph(part: ContentParagraph, plan: Plan): string {
  const { before, number, after } = part.printed;
  const note = part.mark === null ? '' : `<sup><a href="#n${part.mark}">${part.mark}</a></sup>`;
  const items = printItems(part.items);
  const type = plan.automatic ? listTypes[plan.numbering] : undefined;
  if (type !== undefined) {
    const value = type === 'I' ? romanValue(number) : number;
    return `<ol type="${type}"><li value="${value}"><p>${part.text}${note}</p>${items}</li></ol>`;
  }
  const whole = `${before}${number}${after}`;
  if (plan.numbering === 'margin') return `<div>${whole}</div><p>${part.text}${note}</p>${items}`;
  return `<p>${plan.setting === 'hanging' ? `<span>${whole}</span>` : whole} ${part.text}${note}</p>${items}`;
}

function printItems(items: ContentParagraph['items']): string {
  if (items.length === 0) return '';
  if (items[0]?.letter === '') return `<ul>${items.map(({ text }) => `<li>${text}</li>`).join('')}</ul>`;
  return items.map(({ letter, text }) => `<p>${letter} ${text}</p>`).join('');
}

function printTable([head = [], ...rows]: string[][]): string {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<table>${row(head, 'th')}${rows.map((cells) => row(cells, 'td')).join('')}</table>`;
}

const worths: Record<string, number> = { I: 1, V: 5, X: 10 };

function romanValue(numeral: string): number {
  return [...numeral].reduce((sum, letter, place) => {
    const worth = worths[letter] ?? 0;
    return sum + (worth < (worths[numeral[place + 1] ?? ''] ?? 0) ? -worth : worth);
  }, 0);
}
