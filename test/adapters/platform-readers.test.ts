import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { platformReaders } from '../../src/adapters/platform-readers.ts';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { readReport } from '../../src/reports/read-report.ts';

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

test('where there is no reader for PDF files, they are refused by name', async () => {
  await expect(readReport({ file: 'a.pdf', bytes: new Uint8Array([1]) })).rejects.toThrow(
    /a\.pdf: only \.txt/,
  );
});
