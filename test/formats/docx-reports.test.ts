import { beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/adapters/corpus-folder.ts';
import type { SplitReport } from '../../src/paragraphs/paragraph.ts';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import type { Line } from '../../src/reports/report.ts';
import { numberedOf, splitDocx } from '../reports/docx/read-docx-report.ts';
import { paragraph, run, writeDocx } from '../reports/docx/write-docx.ts';
import { reportsOf } from '../reports-of.ts';
import { compareSplits } from './compare-splits.ts';
import { printReport } from './docx-print-report.ts';

const corpus = new URL('../../corpus/', import.meta.url).pathname;
const splits = new Map<string, SplitReport>();
const sources = new Map<string, Line[]>();

beforeAll(async () => {
  for await (const report of reportsOf(await readCorpus(corpus))) {
    splits.set(report.id, await splitReport(report));
    if (report.file.endsWith('.txt')) sources.set(report.id, report.lines);
  }
});

function withoutBlanks(split: SplitReport): (readonly [string | null, string])[] {
  return numberedOf(split).map(([number, text]) => [number, text.replace(/\s+/g, '')] as const);
}

describe.each(['automatic', 'typed'] as const)(
  'the five reports as Word files with %s numbers',
  (numbers) => {
    it('give the same numbered paragraphs', async () => {
      let count = 0;
      for (const [id, split] of splits) {
        const { wanted, differences } = compareSplits(split, await splitDocx(printReport(split, numbers)));
        expect(differences, id).toEqual([]);
        count += wanted;
      }
      expect(count).toBe(150);
    });

    it('give the same headings above them, rows and bullets', async () => {
      for (const [id, split] of splits) {
        const read = await splitDocx(printReport(split, numbers));
        const placesOf = ({ paragraphs }: SplitReport) =>
          paragraphs
            .filter(({ form }) => form === 'numbered')
            .map(({ number, heading }) => [number, heading]);
        expect(placesOf(read), id).toEqual(placesOf(split));
      }
    });
  },
);

it('the reports in plain text, pasted into Word line by line, give the same numbered paragraphs', async () => {
  expect(sources.size).toBe(3);
  for (const [id, lines] of sources) {
    const body = lines.map(({ text }) => paragraph(text === '' ? '<w:r/>' : run(text))).join('');
    const read = withoutBlanks(await splitDocx(writeDocx({ body })));
    expect(read, id).toEqual(withoutBlanks(splits.get(id) ?? expect.fail(id)));
  }
});
