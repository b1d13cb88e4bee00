import { countInWords, listInWords } from './count-in-words.ts';
import type { NumberRun, Reading } from './reading.ts';

/** One thing that is told of a reading. */
export interface ReadingFact {
  name: string;
  value: string;
}

const mostRuns = 12;
const mostNamed = 10;

/** A reading for people: its confidence first, then what was found and what is not there. */
export function readingInWords(reading: Reading): ReadingFact[] {
  const { confidence, reasons, numbering, pages, missing, unexplained } = reading;
  const gaps = numbering.flatMap((run) => run.gaps);
  const repeats = numbering.flatMap((run) => run.repeats);
  const jumps = numbering.flatMap((run) => run.jumps.map(jumpInWords));
  const facts: ReadingFact[] = [
    { name: 'Confidence', value: [`${confidence.toFixed(2)} of 1.`, ...reasons].join(' ') },
    { name: 'Paragraphs', value: formsInWords(reading) },
    { name: 'Numbering', value: runsInWords(numbering) },
    { name: 'Missing numbers', value: listInWords(gaps, mostNamed) },
    { name: 'Numbers twice', value: listInWords(repeats, mostNamed) },
    { name: 'Jumps', value: listInWords(jumps, mostNamed) },
    {
      name: 'Numbers of no run',
      value: listInWords(
        unexplained.lines.map((line) => `“${line}”`),
        mostNamed,
        unexplained.count,
      ),
    },
    { name: 'Pages', value: pages ? pagesInWords(pages) : '' },
    {
      name: 'Not in this copy',
      value: listInWords(
        missing.map((section) => `“${section}”`),
        mostNamed,
      ),
    },
    { name: 'Left out', value: furnitureInWords(reading.furniture) },
  ];
  return facts.filter(({ value }) => value !== '');
}

function formsInWords({ forms }: Reading): string {
  return [
    `${forms.numbered} numbered`,
    forms.text > 0 && `${forms.text} unnumbered`,
    forms.table_row > 0 && countInWords(forms.table_row, 'table row'),
    forms.footnote > 0 && countInWords(forms.footnote, 'footnote'),
    forms.title > 0 && `${countInWords(forms.title, 'line')} of the title block`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** "arabic numbers with a full stop 1–6 (“Strengths”), again from 1–7 (“Areas for improvement”)". */
function runsInWords(runs: readonly NumberRun[]): string {
  if (runs.length === 0) return 'none';
  const named = runs.slice(0, mostRuns).map((run, at) => {
    const range = run.from === run.to ? run.from : `${run.from}–${run.to}`;
    const where = run.heading && runs.length > 1 ? ` (“${run.heading}”)` : '';
    const alike = runs[at - 1]?.style === run.style;
    return `${alike ? `${run.restarts ? 'again ' : ''}` : `${run.style} `}${range}${where}`;
  });
  const more = runs.length - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${countInWords(more, 'more run')}` : ''}`;
}

function jumpInWords({ from, to }: NumberRun['jumps'][number]): string {
  return from === null ? `begins at ${to}` : `from ${from} to ${to}`;
}

function pagesInWords({ count: all, textless }: NonNullable<Reading['pages']>): string {
  const { length } = textless;
  return length === 0
    ? String(all)
    : `${all}, of which ${length} without text: ${listInWords(textless.map(String), mostNamed)}`;
}

function furnitureInWords({ running, contents, outside }: Reading['furniture']): string {
  return [
    running > 0 && `${countInWords(running, 'line')} of running heads, feet and page numbers`,
    contents > 0 && `${countInWords(contents, 'line')} of contents lists`,
    outside > 0 &&
      `${countInWords(outside, 'piece')} that the file sets apart (running heads, navigation, notices)`,
  ]
    .filter(Boolean)
    .join(', ');
}
