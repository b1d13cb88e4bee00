import { contentStems } from '../../retrieval/find-sought-words.ts';
import type { Passage } from '../../retrieval/passage.ts';
import type { QuestionReading } from '../../retrieval/question-reading.ts';

/** A list that a question asks for, whole: a paragraph's bullets below one lead-in. */
export interface FoundList {
  passage: Passage;
  /** The lead-in as printed, without its colon. */
  lead: string;
  /** Each bullet's place in the paragraph's text, without its dash. */
  bullets: { start: number; end: number }[];
}

const asksForList =
  /\b(?:list|all|everything|each|every|actions?|should|must|told|asked|given|have to|has to|had to|needs? to|needed to|required|expected|recommend\w*)\b/i;
/** Words of a lead-in that say when and not what: the question need not repeat them. */
const leadWords = new Set(['within', 'follow', 'action', 'includ']);
const digits = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/**
 * The lists whose lead-in the question says ("immediately", "within three months"): that of the best passage that has one,
 * or, when the question spans reports, one of each report. None when it asks for no list or no lead-in fits.
 */
export function findLists(passages: readonly Passage[], reading: QuestionReading): FoundList[] {
  if (!asksForList.test(reading.standalone)) return [];
  const asked = new Set(contentStems(reading.standalone).map(asWord));
  const fitting = passages.flatMap((passage) =>
    listsOf(passage).filter(({ lead }) => {
      const stems = contentStems(lead)
        .map(asWord)
        .filter((stem) => !leadWords.has(stem));
      return stems.length > 0 && stems.every((stem) => asked.has(stem));
    }),
  );
  if (!reading.spansReports) return fitting.slice(0, 1);
  const reports = fitting.map(({ passage }) => passage.report.id);
  return fitting.filter((_, place) => reports.indexOf(reports[place] ?? '') === place);
}

/** "3" and "three" are the same number. */
function asWord(stem: string): string {
  return /^\d+$/.test(stem) ? (digits[Number(stem)] ?? stem) : stem;
}

/** The lists inside a paragraph: a line that ends with a colon and the bullets right below it. */
function listsOf(passage: Passage): FoundList[] {
  const lists: FoundList[] = [];
  let start = 0;
  let open: FoundList | null = null;
  for (const line of passage.paragraph.text.split('\n')) {
    const end = start + line.length;
    if (line.startsWith('- ')) open?.bullets.push({ start: start + 2, end });
    else {
      open = line.endsWith(':') ? { passage, lead: line.slice(0, -1), bullets: [] } : null;
      if (open) lists.push(open);
    }
    start = end + 1;
  }
  return lists.filter(({ bullets }) => bullets.length > 0);
}
