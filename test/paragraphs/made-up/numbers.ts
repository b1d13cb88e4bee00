import type { Numbering, Plan } from './plan.ts';

/** A printed number: itself, and what stands around it. */
export interface Printed {
  number: string;
  before: string;
  after: string;
}

const romans =
  'I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII XXIII XXIV XXV'.split(
    ' ',
  );

const around: Partial<Record<Numbering, readonly [string, string]>> = {
  bare: ['', ''],
  margin: ['', ''],
  parenthesis: ['', ')'],
  round: ['(', ')'],
  square: ['[', ']'],
  lettered_steps: ['', ''],
  lettered: ['', ''],
  glued: ['', ''],
  clauses: ['', ''],
  named: ['Paragraph ', ''],
  pilcrow: ['¶', ''],
};

/** The numbers of a report, by section and paragraph. */
export function numberParagraphs(plan: Plan): Printed[][] {
  const [before, after] = around[plan.numbering] ?? ['', '.'];
  let count = 0;
  const all = plan.sections.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
  return plan.sections.map(({ paragraphs }, place) => {
    if (plan.numbering === 'restarting') count = 0;
    return paragraphs.map((_, item) => {
      count++;
      // A slip in the middle: a gap at either end of a report would be none.
      if (plan.slip === 'gap' && item === 2 && place === 0) count++;
      if (plan.slip === 'repeat' && item === 2 && place === 0 && all > 6) count--;
      return { number: numberOf(plan, { place, item, count }), before, after };
    });
  });
}

function numberOf(
  { numbering, sections }: Plan,
  { place, item, count }: { place: number; item: number; count: number },
): string {
  const letter = 'ABCD'[place] ?? '';
  const last = place === sections.length - 1;
  if (numbering === 'annexed' && last) return `A${item + 1}`;
  if (numbering === 'stepped') return `${place + 1}.${item + 1}`;
  if (numbering === 'deep') return `${place + 1}.${1 + Math.floor(item / 3)}.${1 + (item % 3)}`;
  if (numbering === 'clauses')
    return `${place + 1}.${1 + Math.floor(item / 3)}${['', '(a)', '(b)'][item % 3]}`;
  if (numbering === 'glued') return `${letter}${item + 1}`;
  if (numbering === 'lettered') return `${letter}.${item + 1}`;
  if (numbering === 'lettered_steps') return `${letter}.${1 + Math.floor(item / 3)}.${1 + (item % 3)}`;
  return numbering === 'roman' ? (romans[count - 1] ?? '') : String(count);
}
