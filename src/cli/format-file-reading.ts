import { dateInWords } from '../answer/report-date.ts';
import { describeNeed } from '../corpus/assert-confirmed.ts';
import type { FileReading } from '../corpus/file-reading.ts';
import { countInWords } from '../paragraphs/count-in-words.ts';
import { readingInWords } from '../paragraphs/reading-in-words.ts';
import type { ReportDates } from '../reports/report.ts';
import type { Layout } from './format-answer.ts';
import { wrapText } from './wrap-text.ts';

const nameWidth = 17;
const mostFlags = 12;

/** What was read off a file, for somebody who decides whether it is added. */
export function formatFileReading(reading: FileReading, { style, width }: Layout): string {
  const { file, report, edition, metadata, needs } = reading;
  const { title, authority, authorityShort, publisher, documentKind } = metadata;
  const short = authorityShort && authorityShort !== authority ? ` (${authorityShort})` : '';
  const rows: [string, string][] = [
    ['Title', title],
    ['Authority', authority ? authority + short : 'not found (--authority)'],
    ['Publisher', publisher ?? 'not found (--publisher)'],
    ['Kind', documentKind ?? 'not found (--kind)'],
    ['Dates', datesInWords(metadata.dates) || 'not found (--published, --inspected, --considered)'],
    ['Length', countInWords(reading.words, 'word')],
    ...readRows(reading),
    ...flagRows(reading),
    ...needs
      .filter((need) => need !== 'flags')
      .map((need): [string, string] => ['Look at', describeNeed(reading, need)]),
  ];
  const lines = rows.map(([name, value]) => {
    const indent = ' '.repeat(nameWidth + 2);
    return `  ${name.padEnd(nameWidth)}${wrapText(value, width, indent).trimStart()}`;
  });
  const state = reading.held ? ': held already, as it is' : '';
  return [`${style.bold(file)} → report ${report}, edition ${edition}${state}`, ...lines].join('\n');
}

function readRows({ reading }: FileReading): [string, string][] {
  const notices = [reading.caution, reading.notice].filter((text) => text !== null);
  return [
    ...notices.map((text): [string, string] => ['Notice', text]),
    ...readingInWords(reading).map(({ name, value }): [string, string] => [name, value]),
  ];
}

function flagRows({ flags }: FileReading): [string, string][] {
  const rows = flags.slice(0, mostFlags).map(({ wording, page, line, quote, times }): [string, string] => {
    const place = page === null ? `line ${line}` : `page ${page}`;
    const often = times > 1 ? `, ${times} times` : '';
    return ['FLAGGED', `${wording}, ${place}${often}: “${quote}”`];
  });
  const more = flags.length - rows.length;
  return more > 0 ? [...rows, ['FLAGGED', `and ${countInWords(more, 'more place')}`]] : rows;
}

function datesInWords({ inspected, published, considered }: ReportDates): string {
  return [
    ...(inspected ? [`inspected ${dateInWords({ inspected })}`] : []),
    ...(published ? [`published ${published}`] : []),
    ...(considered ? [`considered ${considered}`] : []),
  ].join(', ');
}
