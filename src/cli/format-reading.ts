import { readingInWords } from '../paragraphs/reading-in-words.ts';
import type { ReportReading } from './cli-services.ts';
import type { Layout } from './format-answer.ts';
import { wrapText } from './wrap-text.ts';

const indent = '  ';

/** How a report was read, and whether that is to be trusted. */
export function formatReading({ report, title, reading }: ReportReading, { width, style }: Layout): string {
  const notices = [reading.caution, reading.notice].filter((text) => text !== null);
  return [
    `${style.bold(report)}: ${title}`,
    ...notices.map((text) => style.bold(wrapText(text, width, indent))),
    ...readingInWords(reading).map(({ name, value }) => wrapText(`${name}: ${value}`, width, indent)),
  ].join('\n');
}
