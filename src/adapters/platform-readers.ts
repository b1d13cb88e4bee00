import type { PdfNotes } from '../reports/pdf/pdf-page.ts';
import type { ReadLines, ReportReader } from '../reports/read-report.ts';
import { readPdf } from './pdf-reader.ts';

const pagesNamed = 8;

/** Readers of formats that need threads, by ending: those that Node has beyond what runs everywhere. */
export const platformReaders: Readonly<Record<string, ReportReader>> = {
  pdf: async ({ file, bytes }) => {
    let found: Omit<ReadLines, 'lines'> = {};
    const lines = await readPdf(bytes, {
      file,
      onNotes: (notes) => {
        found = describeNotes(notes);
      },
    });
    return { ...found, lines };
  },
};

function describeNotes({ pages, pagesWithoutText, furniture }: PdfNotes): Omit<ReadLines, 'lines'> {
  return {
    notices: noticesOf(pages, pagesWithoutText),
    pages: { count: pages, textless: pagesWithoutText },
    leftOut: furniture.map(({ text }) => text),
  };
}

function noticesOf(pages: number, pagesWithoutText: readonly number[]): string[] {
  const { length } = pagesWithoutText;
  if (length === 0) return [];
  const named = pagesWithoutText.slice(0, pagesNamed).join(', ');
  const more = length > pagesNamed ? ` and ${length - pagesNamed} more` : '';
  const which = length === 1 ? `Page ${named}` : `Pages ${named}${more}`;
  const hold = length === 1 ? 'holds' : 'hold';
  return [
    `${which} of ${pages} ${hold} no text, only pictures or nothing: what is shown there is not searched.`,
  ];
}
