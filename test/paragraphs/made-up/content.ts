import { numberParagraphs, type Printed } from './numbers.ts';
import type { Plan, PlannedParagraph } from './plan.ts';

/** What a made-up report says, whatever it is printed as. */
export interface Content {
  title: string;
  sections: ContentSection[];
}

export interface ContentSection {
  heading: string;
  introduction: string | null;
  paragraphs: ContentParagraph[];
  /** Rows of cells, the first of them the columns' heads. */
  table: string[][] | null;
  closing: string | null;
  notes: { mark: number; text: string }[];
}

export interface ContentParagraph {
  printed: Printed;
  text: string;
  /** The mark of the note that its text ends with. */
  mark: number | null;
  /** "(a)" for letters, '' for bullets. */
  items: { letter: string; text: string }[];
  splitByPage: boolean;
}

const places = ['Aims', 'Findings', 'Outcomes', 'Partners'];
const grades = ['Good', 'Poor', 'Fair'];

/** Writes the words of a report by its plan. */
export function writeContent(plan: Plan): Content {
  const numbers = numberParagraphs(plan);
  let marks = 0;
  const sections = plan.sections.map((section, place): ContentSection => {
    const notes: ContentSection['notes'] = [];
    const paragraphs = section.paragraphs.map((part, item): ContentParagraph => {
      const mark = plan.notes && part.noted ? ++marks : null;
      if (mark !== null)
        notes.push({ mark, text: `A note on what was seen by visitor ${'xvi'.slice(mark % 3)}.` });
      const printed = numbers[place]?.[item] ?? { number: '', before: '', after: '' };
      return { printed, text: part.text, mark, items: itemsOf(part), splitByPage: part.splitByPage };
    });
    return {
      heading: headingOf(plan, place),
      introduction: section.introduction,
      paragraphs,
      table: section.table ? tableOf(section.name) : null,
      closing: section.closing,
      notes,
    };
  });
  return { title: 'A Report That Nobody Wrote', sections };
}

function itemsOf({ bullets, listed }: PlannedParagraph): ContentParagraph['items'] {
  return bullets.map((text, at) => ({ letter: listed === 'letters' ? `(${'abc'[at]})` : '', text }));
}

/** Only stepped numbers have a step that can number the heading above them. */
function headingOf(plan: Plan, place: number): string {
  const words = `${places[place]} of ${plan.sections[place]?.name.join(' ')} work`;
  if (plan.numbering === 'annexed' && place === plan.sections.length - 1) return `Annex A: ${words}`;
  if (!plan.numberedHeadings) return words;
  if (/^(?:stepped|deep|clauses)$/.test(plan.numbering)) return `${place + 1}. ${words}`;
  return plan.numbering === 'running' ? `Chapter ${place + 1}: ${words}` : words;
}

function tableOf(name: string[]): string[][] {
  return [
    ['Judgement', 'Grade'],
    ...['Help', 'Safety', 'Leadership'].map((row, at) => [`${row} for ${name[0]}`, grades[at] ?? '']),
  ];
}
