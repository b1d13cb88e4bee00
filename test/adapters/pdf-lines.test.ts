import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPdfHere } from '../../src/adapters/pdf-lines.ts';
import type { Paragraph } from '../../src/paragraphs/paragraph.ts';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { inferMetadata } from '../../src/reports/infer-metadata.ts';
import { prose } from '../recordings/pdf/pages.ts';
import { rawPdf, textPage } from './pdf-raw.ts';

async function read(name: string) {
  const bytes = new Uint8Array(readFileSync(new URL(`../recordings/pdf/${name}.pdf`, import.meta.url)));
  return readAndSplit(bytes);
}

async function readAndSplit(bytes: Uint8Array) {
  const { lines, notes } = await readPdfHere(bytes, { file: 'report.pdf', maxPages: 100 });
  const report = { id: 'report', edition: '', file: 'report.pdf', notices: [], lines };
  return { lines, notes, split: await splitReport({ ...report, metadata: inferMetadata('report', lines) }) };
}

const numbered = (paragraphs: readonly Paragraph[]) =>
  paragraphs.filter(({ number }) => number !== null).map(({ number, text }) => ({ number, text }));

/** The paragraphs that `pages.ts` prints under these numbers. */
const printed = (from: number, to: number, name = (at: number) => String(at)) =>
  Array.from({ length: to - from + 1 }, (_, at) => ({
    number: name(from + at),
    text: prose(from + at, 3 + ((from + at) % 3)),
  }));

describe.each(['one-column', 'one-column-untagged'])('a file in one column (%s)', (name) => {
  it('gives its numbered paragraphs whole, over page breaks, under their headings', async () => {
    const { split } = await read(name);
    const found = numbered(split.paragraphs);
    expect(found.filter(({ number }) => number !== '12')).toEqual(
      printed(1, 18).filter(({ number }) => number !== '12'),
    );
    expect(found.find(({ number }) => number === '12')?.text).toBe(
      'We ask the council to:\n- write down what it decides\n- read what it has written, and ask the people whom it concerns whether they agree',
    );
    expect(split.headings).toEqual([
      'Review of services in Anytown',
      'Introduction',
      'What we found',
      'What comes next',
    ]);
  });

  it('leaves out running heads and page numbers, and says which', async () => {
    const { lines, notes } = await read(name);
    expect(notes.furniture.map(({ page, text }) => `${page} ${text}`)).toEqual(
      [1, 2, 3].flatMap((page) => [
        `${page} Anytown Council: review of services`,
        `${page} Page ${page} of 3`,
      ]),
    );
    expect(lines.some(({ text }) => /Anytown Council|Page \d/.test(text))).toBe(false);
  });

  it('knows the page of each line', async () => {
    const { lines } = await read(name);
    const pages = lines.flatMap(({ text, page }) => (/^(?:1|7|14)\. /.test(text) ? page : []));
    expect(pages).toEqual([1, 2, 3]);
  });
});

it('follows the structure of a tagged file and does without in another', async () => {
  expect((await read('one-column')).notes.taggedPages).toBe(3);
  expect((await read('one-column-untagged')).notes.taggedPages).toBe(0);
});

describe.each(['two-columns', 'two-columns-untagged'])('a file in two columns (%s)', (name) => {
  it('is read column by column, with generated numbers, words broken at line ends made whole', async () => {
    const { split } = await read(name);
    expect(numbered(split.paragraphs)).toEqual([
      ...printed(1, 16, (at) => `1.${at}`),
      ...printed(17, 34, (at) => `2.${at - 16}`),
    ]);
  });

  it('leaves out Roman page numbers and running heads that change with the chapter', async () => {
    const { notes } = await read(name);
    expect(notes.furniture.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['i', 'ii', 'iii', 'iv', 'The first chapter', 'The second chapter']),
    );
  });
});

it('joins numbers in the margin to their paragraphs', async () => {
  expect(numbered((await read('margin-numbers')).split.paragraphs)).toEqual(printed(1, 14));
});

describe.each(['table', 'table-untagged'])('a table over three pages (%s)', (name) => {
  it('is one table with one head, each row whole', async () => {
    const { split, notes } = await read(name);
    const rows = split.paragraphs.filter(({ form }) => form === 'table_row');
    expect(rows).toHaveLength(40);
    expect(new Set(rows.map(({ columns }) => columns?.join('|')))).toEqual(
      new Set(['Area looked at|Grade given|Cases']),
    );
    expect(rows[0]?.text).toBe('Area 1: the board met\tGood\t20');
    expect(rows.every(({ text }) => text.split('\t').length === 3)).toBe(true);
    expect(rows.map(({ page }) => page)).toEqual(rows.map(({ page }) => page).toSorted());
    expect(notes.furniture.some(({ text }) => text.startsWith('Area 1'))).toBe(false);
    expect(numbered(split.paragraphs).map(({ number }) => number)).toEqual(['1', '2', '3']);
  });
});

describe.each(['footnotes', 'footnotes-untagged'])('a file with footnotes (%s)', (name) => {
  it('keeps them apart from the paragraph that runs over the page below them', async () => {
    const { split } = await read(name);
    expect(numbered(split.paragraphs).map(({ text }) => text)).toEqual([
      'The first paragraph has a mark¹ in the middle of its sentence.',
      'The second has one at its end.²',
      'The third runs over the end of the page, which stands in the middle of a sentence that goes on to the next page and ends there.',
      'The fourth speaks of the 19th of May and of inter‑agency work.³',
      'The fifth stands alone on its page and has no mark.',
    ]);
    const notes = split.paragraphs.filter(({ form }) => form === 'footnote');
    expect(notes.map(({ text }) => text)).toEqual([
      'The first note, which says where the figures come from.',
      'The second note.',
      'The third note.',
    ]);
    expect(split.marks).toEqual(['¹', '²', '³']);
  });
});

describe('lines without structure, bold type or gaps', () => {
  it('are cut where the next word would still have fitted, and joined where it would not', async () => {
    const page = textPage([
      '1. The council was asked to look at the plans of the last year and to',
      'say what had become of them.',
      '2. It did so in the spring of that year, when most of the people who had',
      'been asked in',
      '2012 had left.',
      '3. Nothing more was heard of it, although the board asked for a report in',
      'each of its meetings.',
    ]);
    const { lines } = await readAndSplit(rawPdf([page]));
    expect(lines.map(({ text }) => text).filter((text) => /^\d\. /.test(text))).toHaveLength(3);
  });

  it('keeps the hyphen of a word that is printed with one', async () => {
    const page = textPage([
      '1. Partners work in a multi-agency team that meets each week in a multi-',
      'agency room of its own.',
    ]);
    const { lines } = await readAndSplit(rawPdf([page]));
    expect(lines[0]?.text).toBe(
      '1. Partners work in a multi-agency team that meets each week in a multi-agency room of its own.',
    );
  });
});
