import { expect, it } from 'vitest';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import type { Line, Report } from '../../src/reports/report.ts';
import { prose } from '../recordings/pdf/pages.ts';

const chapter = (number: number, box: readonly string[]) => [
  ...box.map((text) => ({ text, box: number })),
  ...[1, 2, 3].map((at) => ({ text: `${number}.${at} ${prose(number * 3 + at, 2)}` })),
];

async function numbersOf(texts: readonly { text: string; box?: number }[]) {
  const lines = texts.flatMap(({ text, box }, at): Line[] => {
    const line = { page: 1, headingLevel: null, bold: false, rule: false };
    const own = { ...line, text, number: at * 2 + 1, ...(box !== undefined && { box }) };
    return [own, { ...line, text: '', number: at * 2 + 2 }];
  });
  const report = { id: 'a', edition: '0', file: 'a.pdf', notices: [], lines } as unknown as Report;
  const metadata = { title: 'A', authority: null, authorityShort: null, publisher: null, documentKind: null };
  const { paragraphs } = await splitReport({
    ...report,
    metadata: { ...metadata, source: null, licence: null, dates: {} },
  });
  return paragraphs.flatMap(({ number }) => number ?? []);
}

const points = (seed: number) => [1, 2, 3].map((at) => `${at}. ${prose(seed + at, 1)}`);

it('the points of boxes that count from one in each of them are no numbered paragraphs', async () => {
  const numbers = await numbersOf([...chapter(1, points(4)), ...chapter(2, points(7))]);
  expect(numbers).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2', '2.3']);
});

it('numbered paragraphs stay numbered in boxes', async () => {
  const inside = [{ text: `1.4 ${prose(4, 2)}`, box: 1 }];
  const numbers = await numbersOf([...chapter(1, []), ...inside, ...chapter(2, [])]);
  expect(numbers).toEqual(['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3']);
});
