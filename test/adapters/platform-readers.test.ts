import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { platformReaders } from '../../src/adapters/platform-readers.ts';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { readReport } from '../../src/reports/read-report.ts';
import { rawPdf, textPage } from './pdf-raw.ts';

const recordings = join(import.meta.dirname, '..', 'recordings', 'pdf');
const read = async (file: string) =>
  readReport({ file, bytes: new Uint8Array(await readFile(join(recordings, file))) }, platformReaders);

test('a PDF file is a report like any other, and says which of its pages hold no text', async () => {
  const { paragraphs, reading } = await splitReport(await read('scan-between.pdf'));
  expect(paragraphs.map(({ number, page }) => [number, page])).toEqual([
    ['1', 1],
    ['2', 3],
  ]);
  expect(reading.notice).toBe(
    'Page 2 of 3 holds no text, only pictures or nothing: what is shown there is not searched.',
  );
});

test('a PDF file with text on every page has nothing to say', async () => {
  const { reading } = await splitReport(await read('one-column.pdf'));
  expect(reading.notice).toBeNull();
});

test('a PDF file of which most pages hold no text is read with low confidence, its other pages all the same', async () => {
  const sentences = [
    'The harbour has six cranes, all of them old.',
    'Two were out of use.',
    'Nobody knew why, and nobody had asked for a year.',
    'They should be mended by the end of March.',
  ];
  const pages = Array.from({ length: 10 }, (_, at) =>
    at < 4 ? textPage([`${at + 1}. ${sentences[at]}`]) : '0 0 100 100 re f',
  );
  const report = await readReport({ file: 'scans.pdf', bytes: rawPdf(pages) }, platformReaders);
  const { paragraphs, reading } = await splitReport(report);
  expect(paragraphs.map(({ number }) => number)).toEqual(['1', '2', '3', '4']);
  expect(reading).toMatchObject({
    pages: { count: 10, textless: [5, 6, 7, 8, 9, 10] },
    reasons: ['No text is on 6 of 10 pages.'],
    caution: expect.stringContaining('low confidence'),
  });
});

test('running heads that a PDF file repeats are counted and listed', async () => {
  const { furniture, reading } = await splitReport(await read('one-column-untagged.pdf'));
  expect(reading.furniture.outside).toBeGreaterThan(2);
  expect(furniture).toHaveLength(reading.furniture.outside);
  expect(reading.caution).toBeNull();
});

test('where there is no reader for PDF files, they are refused by name', async () => {
  await expect(readReport({ file: 'a.pdf', bytes: new Uint8Array([1]) })).rejects.toThrow(
    /a\.pdf: only \.txt/,
  );
});
