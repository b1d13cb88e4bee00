import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/adapters/corpus-folder.ts';
import { mostFileBytes, mostLineBytes } from '../../src/adapters/report-file.ts';
import { AppError } from '../../src/errors.ts';
import type { Report } from '../../src/reports/report.ts';
import { reportsOf } from '../reports-of.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pincite-corpus-'));
});

afterEach(() => rm(folder, { recursive: true }));

const put = (file: string, content: string | Uint8Array) => writeFile(join(folder, file), content);

async function problemOf(path = folder): Promise<string> {
  const error = await readCorpus(path).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: 'corpus_invalid' });
  return error instanceof AppError ? error.message : '';
}

describe('a sound corpus', () => {
  it('gives its files by name, what reports.json says of them, and reports', async () => {
    await put('b.txt', 'Two\n');
    await put('a.md', '# One\n');
    await put('README.md', 'About');
    await put('reports.json', JSON.stringify({ a: { title: 'The first', dates: { published: '2010-05' } } }));
    const corpus = await readCorpus(folder);
    expect(corpus.files.map(({ file }) => file)).toEqual(['a.md', 'b.txt']);
    expect(corpus.notices).toEqual([]);
    const reports: Report[] = [];
    for await (const report of reportsOf(corpus)) reports.push(report);
    expect(reports.map(({ id, metadata }) => [id, metadata.title])).toEqual([
      ['a', 'The first'],
      ['b', 'Two'],
    ]);
    expect(reports[0]?.edition).toBe(corpus.files[0]?.sha256.slice(0, 12));
  });

  it('changes its hash with any file, any name and reports.json, and with nothing else', async () => {
    await put('a.txt', 'One');
    const hashes = [(await readCorpus(folder)).corpusSha256];
    await put('notes.csv', 'left out');
    expect((await readCorpus(folder)).corpusSha256).toBe(hashes[0]);
    for (const change of [
      () => put('a.txt', 'Two'),
      () => put('b.txt', 'One'),
      () => put('reports.json', '{}'),
    ]) {
      await change();
      hashes.push((await readCorpus(folder)).corpusSha256);
    }
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('says which files it leaves out', async () => {
    await put('a.txt', 'One');
    await put('scan.tiff', 'II');
    expect((await readCorpus(folder)).notices).toEqual([
      expect.stringMatching(/^scan\.tiff was left out: only \.txt or \.md or .* files are read$/),
    ]);
  });
});

describe('a corpus with problems names the file, the problem and what to do', () => {
  it('when the folder is not there', async () => {
    expect(await problemOf(join(folder, 'gone'))).toMatch(/gone: is not there; set CORPUS_DIR/);
  });

  it('when the folder holds no report', async () => {
    expect(await problemOf()).toMatch(/holds no \.txt or \.md or .* file; add a report/);
  });

  it.each([
    [
      'cannot be read',
      'a.txt: is not there; make it readable',
      () => symlink(join(folder, 'nowhere'), join(folder, 'a.txt')),
    ],
    ['is empty', 'a.txt: is empty', () => put('a.txt', ' \n')],
    ['is binary', 'a.txt: its bytes are no text', () => put('a.txt', 'PK\0\0')],
    ['has a huge line', 'a.txt: has a line of more than', () => put('a.txt', 'x'.repeat(mostLineBytes + 1))],
    [
      'is huge',
      'a.txt: has 20000001 bytes',
      () => put('a.txt', 'line\n'.repeat(mostFileBytes / 5).concat('x')),
    ],
    [
      'has two gigabytes, of which nothing is read',
      'a.pdf: has 2147483648 bytes, the most is 20000000; split it',
      async () => {
        await put('a.pdf', '');
        await truncate(join(folder, 'a.pdf'), 2 ** 31);
      },
    ],
    [
      'is a folder under another name',
      'a.txt: is not a file of its own',
      () => symlink(folder, join(folder, 'a.txt')),
    ],
    ['has an odd name', 'a b.txt: its name has characters', () => put('a b.txt', 'One')],
  ])('when a file %s', async (_, problem, make) => {
    await make();
    expect(await problemOf()).toContain(problem);
  });

  it('when two files have the same id, ignoring case', async () => {
    await put('a.txt', 'One');
    await put('A.md', 'Two');
    expect(await problemOf()).toContain('A.md and a.txt: have the same id; rename one of them');
  });

  it('when reports.json is no JSON, with the place', async () => {
    await put('a.txt', 'One');
    await put('reports.json', '{\n  "a": {"title": }\n}');
    expect(await problemOf()).toContain('reports.json: is not JSON (line 2, column 18)');
  });

  it('when reports.json names a file that is not there', async () => {
    await put('a.txt', 'One');
    await put('reports.json', '{"b": {"title": "Two"}}');
    expect(await problemOf()).toContain('reports.json: b: there is no file of that name');
  });

  it('all at once', async () => {
    await put('a.txt', '');
    await put('b.txt', 'PK\0\0');
    await put('reports.json', '{"c": {}}');
    const message = await problemOf();
    for (const part of ['4 problems', 'a.txt:', 'b.txt:', 'c, title: is missing', 'c: there is no file']) {
      expect(message).toContain(part);
    }
  });
});
