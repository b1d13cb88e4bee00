import { expect, test } from 'vitest';
import { assertConfirmed } from '../../src/corpus/assert-confirmed.ts';
import { describeFile, type HeldReport, mergeMetadata } from '../../src/corpus/describe-file.ts';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { readReport } from '../../src/reports/read-report.ts';
import type { ReportDates } from '../../src/reports/report.ts';

const cranes = [
  'Inspection of the harbour',
  '1. There are six cranes.',
  '2. Two are broken.',
  '3. One is new.',
];

async function read(file: string, paragraphs: readonly string[]) {
  const bytes = new TextEncoder().encode(`${paragraphs.join('\n\n')}\n`);
  const report = await readReport({ file, bytes });
  return { report, split: await splitReport(report) };
}

async function held(file: string, paragraphs: readonly string[]): Promise<HeldReport> {
  const { report, split } = await read(file, paragraphs);
  const { id, edition, metadata } = report;
  return { id, edition, file, metadata, hashes: new Set(split.paragraphs.map(({ hash }) => hash)) };
}

test('a file is described by what it holds: counts, numbers, title, flags', async () => {
  const reading = describeFile(await read('harbour.txt', [...cranes, 'STRICTLY CONFIDENTIAL']), []);
  expect(reading).toMatchObject({
    report: 'harbour',
    reading: { numbered: 3, numbering: [{ from: '1', to: '3' }] },
    metadata: { title: 'Inspection of the harbour' },
    flags: [{ wording: 'confidential', line: 9, quote: 'STRICTLY CONFIDENTIAL', times: 1 }],
    held: false,
    needs: ['flags'],
  });
});

test('a file without any text is refused', async () => {
  const empty = await read('empty.txt', ['* * *']);
  const none = { ...empty, split: { ...empty.split, paragraphs: [] } };
  expect(() => describeFile(none, [])).toThrow(expect.objectContaining({ code: 'report_refused' }));
});

test('another text under a name that is held takes the place of it, once that is confirmed', async () => {
  const before = await held('harbour.txt', cranes);
  const reading = describeFile(await read('harbour.txt', [...cranes, '4. Four.']), [before]);
  expect(reading).toMatchObject({ supersedes: { edition: before.edition }, needs: ['replace'], held: false });
  const names = { flags: '--accept-flags', replace: '--replace', duplicate: '--accept-duplicate' };
  expect(() => assertConfirmed([reading], { confirmed: ['flags'], names })).toThrow(
    /Confirm it with --replace/,
  );
  assertConfirmed([reading], { confirmed: ['replace'], names });
});

test('the same file under the same name is held already', async () => {
  const reading = describeFile(await read('harbour.txt', cranes), [await held('harbour.txt', cranes)]);
  expect(reading).toMatchObject({ held: true, needs: [], supersedes: null, duplicateOf: null });
});

test('the same bytes, and the same paragraphs in other bytes, are told as a duplicate of the other report', async () => {
  const other = await held('quay.txt', cranes);
  const same = describeFile(await read('harbour.txt', cranes), [other]);
  expect(same).toMatchObject({ duplicateOf: { report: 'quay', share: 1 }, needs: ['duplicate'] });
  const resaved = describeFile(await read('harbour.md', [...cranes, '']), [other]);
  expect(resaved.edition).not.toBe(other.edition);
  expect(resaved).toMatchObject({ duplicateOf: { report: 'quay' }, needs: ['duplicate'] });
});

test('a report that shares a few paragraphs with another is no duplicate', async () => {
  const reading = describeFile(
    await read('harbour.txt', [...cranes.slice(0, 2), '2. Other.', '3. Words.', '4. Here.']),
    [await held('quay.txt', cranes)],
  );
  expect(reading.duplicateOf).toBeNull();
});

test('what is given comes first, then what was confirmed before, then what the document says', async () => {
  const { report } = await read('harbour.txt', [
    'Inspection of Harbour City Council',
    'Published May 2014',
    '1. Six.',
  ]);
  const read_ = mergeMetadata(report, null, {});
  expect(read_).toMatchObject({ authority: 'Harbour City Council', dates: { published: '2014-05' } });
  const before = {
    ...read_,
    title: 'Title as mended',
    publisher: 'Quay Press',
    dates: { published: '2014-05-02' },
  };
  const merged = mergeMetadata(report, before, {
    authority: 'Borchester County Council',
    dates: { considered: '2015' },
  });
  expect(merged).toMatchObject({
    title: 'Title as mended',
    publisher: 'Quay Press',
    authority: 'Borchester County Council',
    authorityShort: 'Borchester',
    dates: { published: '2014-05-02', considered: '2015' },
  });
});

test('the same file is held already whatever the order of its dates', async () => {
  const paragraphs = ['Inspection of the harbour', 'Published May 2014', 'Inspected 3 March 2014', '1. Six.'];
  const { report, split } = await read('harbour.txt', paragraphs);
  const before = await held('harbour.txt', paragraphs);
  const { published, inspected } = before.metadata?.dates ?? {};
  const listed = { ...mergeMetadata(report, null, {}), dates: { inspected, published } as ReportDates };
  const again = { ...report, metadata: mergeMetadata(report, listed, {}) };
  expect(Object.keys(again.metadata.dates)).toEqual(['published', 'inspected']);
  expect(describeFile({ report: again, split }, [{ ...before, metadata: listed }]).held).toBe(true);
  const mended = { ...report, metadata: mergeMetadata(report, listed, { dates: { published: '2015' } }) };
  expect(describeFile({ report: mended, split }, [{ ...before, metadata: listed }]).held).toBe(false);
});
