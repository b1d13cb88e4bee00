import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { platformReaders } from '../../src/adapters/platform-readers.ts';
import { leastConfidence } from '../../src/paragraphs/judge-reading.ts';
import type { Reading } from '../../src/paragraphs/reading.ts';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { readReport } from '../../src/reports/read-report.ts';
import { madeUpReport } from './made-up/made-up-report.ts';
import { readAndSplit } from './read-and-split.ts';
import { misread, wrecks } from './wreck-report.ts';

const seed = 20_130_124;
const documents = ['../../corpus/', './layouts/'].flatMap((folder) => {
  const path = new URL(folder, import.meta.url).pathname;
  return readdirSync(path)
    .filter((file) => /\.(?:md|txt)$/.test(file) && file !== 'README.md')
    .map((file) => ({ file, text: readFileSync(path + file, 'utf8') }));
});

async function readingOf(text: string, file: string): Promise<Reading> {
  return (await readAndSplit(text, file)).reading;
}

describe('confidence in a reading', () => {
  it.each(documents)('is high for $file, which is read exactly', async ({ file, text }) => {
    const { confidence, caution } = await readingOf(text, file);
    expect(confidence).toBeGreaterThan(leastConfidence);
    expect(caution).toBeNull();
  });

  it('marks no report in random numbering and layout, all of which are read as printed', async () => {
    const printed = fc
      .sample(madeUpReport, { numRuns: 100, seed })
      .filter(({ plan }) => plan.slip === 'none');
    const marked: number[] = [];
    for (const { file, bytes } of printed) {
      const { reading } = await splitReport(await readReport({ file, bytes }, platformReaders));
      if (reading.caution !== null) marked.push(reading.confidence);
    }
    expect(printed.length).toBeGreaterThan(40);
    expect(marked).toEqual([]);
  });

  it.each(Object.entries(wrecks))('is low with %s', async (_, wreck) => {
    const long = documents.filter(({ text }) => text.length > 5_000);
    expect(long.length).toBeGreaterThanOrEqual(5);
    for (const { file, text } of long) {
      const { caution, reasons } = await readingOf(wreck(text, seed), file);
      expect(`${file}: ${caution}`).toBe(`${file}: Read with low confidence: check against the original.`);
      expect(reasons).not.toEqual([]);
    }
  });

  it('is whole where the last item of a list ends as items do, without a stop', async () => {
    const items = '(a) to see to what care is for and\n(b) whom the homes are run by';
    const paragraphs = ['1', '2', '3'].map(
      (number) => `${number}. The council has two aims that hold:\n${items}`,
    );
    const { confidence, reasons } = await readingOf(
      `A Paper\n\nAims\n\n${paragraphs.join('\n\n')}\n`,
      'a.txt',
    );
    expect({ confidence, reasons }).toEqual({ confidence: 1, reasons: [] });
  });

  it('is lower the more letters were misread', async () => {
    const { file = '', text = '' } = documents[0] ?? {};
    const all = [0, 0.02, 0.05, 0.1].map((share) => readingOf(misread(text, seed, share), file));
    const confidences = (await Promise.all(all)).map(({ confidence }) => confidence);
    expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    expect(new Set(confidences).size).toBe(4);
  });

  it('is none where no paragraph was found', async () => {
    expect(await readingOf('\n\n', 'a.txt')).toMatchObject({
      confidence: 0,
      reasons: ['No paragraph was found.'],
    });
  });
});
