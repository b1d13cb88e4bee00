import { expect, test } from 'vitest';
import type { CliServices } from '../../src/cli/cli-services.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import type { ChangedIndex } from '../../src/corpus/change-result.ts';
import type { FileReading, NewFile } from '../../src/corpus/file-reading.ts';
import { AppError } from '../../src/errors.ts';
import { flaggedReading, sampleReading } from '../corpus/sample-reading.ts';
import { fakeServices } from './fake-services.ts';
import { fakeTerminal } from './fake-terminal.ts';

const index: ChangedIndex = {
  ...{ generation: 'g2', changed: true, counts: { reports: 2, paragraphs: 15, sentences: 30 } },
  ...{ embedded: 12, reused: 33, milliseconds: 900, kept: ['state/removed/a b/pier.pdf'] },
};

/** Runs a command line over changes that are only remembered; `typed` is what the user answers. */
async function run(parameters: string[], options: { reading?: FileReading; typed?: string[] } = {}) {
  const { reading = sampleReading(), typed = [] } = options;
  const given: NewFile['given'][] = [];
  const added: { files: readonly NewFile[]; confirmed: readonly string[] }[] = [];
  const removed: string[] = [];
  const services: Partial<CliServices> = {
    async openFiles(paths, metadata) {
      given.push(metadata);
      return paths.map((path) => ({ name: path, bytes: new Uint8Array(), given: metadata }));
    },
    readFiles: async (files) => files.map(() => reading),
    async addReports(files, { confirmed, onProgress }) {
      onProgress({ stage: 'embedding', done: 1, total: 12 });
      added.push({ files, confirmed });
      return { added: [reading], index };
    },
    async removeReport(report) {
      removed.push(report);
      return { report, kept: index.kept[0] ?? null, index };
    },
  };
  const terminal = fakeTerminal({ typed });
  const signal = new AbortController().signal;
  const code = await runCli(parameters, { services: fakeServices(services), terminal, signal });
  return { code, ...terminal.written, given, added, removed };
}

test('what was read is shown before anything is added, and nothing is added without a yes', async () => {
  const { code, output, messages, added } = await run(['add', 'pier.pdf'], { typed: ['n'] });
  expect(output).toContain('pier-2016.pdf → report pier-2016, edition ba9876543210');
  expect(output).toMatch(/Title +Inspection of the pier/);
  expect(output).toMatch(/Authority +Pier County Council \(Pier\)/);
  expect(output).toMatch(/Publisher +not found \(--publisher\)/);
  expect(output).toMatch(/Dates +published 2016-05/);
  expect(output).toMatch(/Length +1,234 words/);
  expect(output).toMatch(/Paragraphs +12 numbered, 3 unnumbered/);
  expect(messages).toContain('Add 1 report? [y/N]');
  expect(messages).toContain('Nothing was added.');
  expect({ code, added }).toEqual({ code: 7, added: [] });
});

test('a yes adds, shows progress, and says how to bring back what was held before', async () => {
  const { code, output, messages, added } = await run(['add', 'pier.pdf'], { typed: ['y'] });
  expect(code).toBe(0);
  expect(added).toMatchObject([{ files: [{ name: 'pier.pdf' }], confirmed: [] }]);
  expect(messages).toContain('Embedding, 1 of 12');
  expect(output).toContain(
    'Added pier-2016. 2 reports, 15 paragraphs are held (12 texts embedded, 33 as before)',
  );
  expect(output).toContain("To bring it back: pincite add 'state/removed/a b/pier.pdf'");
});

test('flagged wording is shown with its place, and the question names it', async () => {
  const { output, messages } = await run(['add', 'pier.pdf'], { reading: flaggedReading, typed: [''] });
  expect(output).toMatch(/FLAGGED +not for publication, page 1, 4 times: “NOT FOR PUBLICATION”/);
  expect(messages).toContain('with the wording flagged above? [y/N]');
});

test('a yes confirms what was shown, and nothing else; with --json it is shown beside the output', async () => {
  const { added } = await run(['add', 'pier.pdf'], { reading: flaggedReading, typed: ['y'] });
  expect(added[0]?.confirmed).toEqual(['flags']);
  const json = await run(['add', 'pier.pdf', '--json'], { reading: flaggedReading, typed: ['y'] });
  expect(json.messages).toMatch(/FLAGGED +not for publication/);
  expect(JSON.parse(json.output)).toMatchObject({ index: { generation: 'g2' } });
});

test('where nobody can be asked, --yes is needed, and it confirms only what else is named', async () => {
  const asked = await run(['add', 'pier.pdf']);
  expect(asked).toMatchObject({ code: 7, added: [] });
  expect(asked.messages).toContain('--yes adds without asking');
  expect((await run(['add', 'pier.pdf', '--yes'])).added[0]?.confirmed).toEqual([]);
  const more = await run(['add', 'pier.pdf', '-y', '--accept-flags', '--replace', '--accept-duplicate']);
  expect(more.added[0]?.confirmed).toEqual(['flags', 'replace', 'duplicate']);
});

test('what options say of a report reaches it, and wrong dates are told', async () => {
  const { given, added } = await run([
    ...['add', 'pier.pdf', '--yes', '--name', 'pier-2017', '--title', 'The pier', '--kind', 'board paper'],
    ...['--authority-short', 'Pier', '--inspected', '2016-01-04..2016-01-08', '--published', '2016'],
  ]);
  expect(given).toEqual([
    {
      ...{ title: 'The pier', documentKind: 'board paper', authorityShort: 'Pier' },
      dates: { inspected: { from: '2016-01-04', to: '2016-01-08' }, published: '2016' },
    },
  ]);
  expect(added[0]?.files[0]?.name).toBe('pier-2017.pdf');
  const wrong = await run(['add', 'pier.pdf', '--published', 'May']);
  expect(wrong.code).toBe(2);
  expect(wrong.messages).toContain('published: is not a date');
});

test('--dry-run and --json print what was read, --yes --json what was done', async () => {
  const dry = await run(['add', 'pier.pdf', '--dry-run', '--json']);
  expect(dry).toMatchObject({ code: 0, added: [] });
  expect(JSON.parse(dry.output)).toEqual([sampleReading()]);
  const done = await run(['add', 'pier.pdf', '--yes', '--json']);
  expect(JSON.parse(done.output)).toMatchObject({
    added: [{ report: 'pier-2016' }],
    index: { generation: 'g2' },
  });
});

test('a file that is held already is no failure', async () => {
  const { code, messages, added } = await run(['add', 'pier.pdf'], {
    reading: sampleReading({ held: true }),
  });
  expect({ code, added }).toEqual({ code: 0, added: [] });
  expect(messages).toContain('Nothing to add');
});

test('removing asks first, and says how to undo it', async () => {
  expect(await run(['remove', 'pier-2016'], { typed: ['no'] })).toMatchObject({ code: 7, removed: [] });
  expect(await run(['remove', 'pier-2016'])).toMatchObject({ code: 7, removed: [] });
  const { code, output, removed } = await run(['remove', 'pier-2016', '--yes']);
  expect({ code, removed }).toEqual({ code: 0, removed: ['pier-2016'] });
  expect(output).toMatch(/^Removed pier-2016\..*To bring it back: pincite add/s);
});

test('a refused file exits with 6 and its reason', async () => {
  const terminal = fakeTerminal();
  const openFiles = () => Promise.reject(new AppError('report_refused', 'a.pdf: is not there; name a file'));
  const signal = new AbortController().signal;
  const services = fakeServices({ openFiles });
  expect(await runCli(['add', 'a.pdf'], { services, terminal, signal })).toBe(6);
  expect(terminal.written.messages).toBe('pincite: a.pdf: is not there; name a file\n');
});
