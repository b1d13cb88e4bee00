import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readCorpus } from '../../src/adapters/corpus-folder.ts';
import { isChangeOpen } from '../../src/adapters/corpus-journal.ts';
import { IndexCoordination } from '../../src/adapters/index-coordination.ts';
import { mostLineBytes } from '../../src/adapters/report-file.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import { formFieldNames } from '../../src/corpus/assert-confirmed.ts';
import { addReports, removeReport } from '../../src/entries/change-corpus.ts';
import { corpusInUse } from '../../src/entries/index-corpus.ts';
import { openFiles } from '../../src/entries/open-files.ts';
import { readNewFiles } from '../../src/entries/read-new-file.ts';
import { runIndexing } from '../../src/entries/run-indexing.ts';
import { updateFromFolder } from '../../src/entries/update-from-folder.ts';

vi.setConfig({ testTimeout: 60_000 });

const notices: string[] = [];
const options = {
  signal: new AbortController().signal,
  onProgress: () => undefined,
  onNotice: (notice: string) => notices.push(notice),
};

/** A folder with two reports, and its index for search by keywords. */
async function newCorpus(): Promise<{ config: Config; corpusDir: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'pincite-changed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const corpusDir = join(folder, 'corpus');
  await mkdir(corpusDir);
  await writeFile(join(corpusDir, 'quay.txt'), '1. The quay is forty metres long.\n');
  await writeFile(join(corpusDir, 'harbour.txt'), '1. The harbour has six cranes.\n');
  const settings = { EMBEDDER: 'none', CORPUS_DIR: corpusDir, INDEX_DIR: join(folder, 'index') };
  const config = parseConfig(settings);
  await runIndexing(config, { ...options, force: false });
  return { config, corpusDir };
}

function add(
  config: Config,
  name: string,
  text: string,
  more: Partial<Parameters<typeof addReports>[2]> = {},
) {
  const files = [{ name, bytes: new TextEncoder().encode(text), given: {} }];
  return addReports(config, files, { ...options, confirmed: [], names: formFieldNames, ...more });
}

test('what lies in the folder without being held is kept aside before a report of its name takes its place', async () => {
  const { config, corpusDir } = await newCorpus();
  await writeFile(join(corpusDir, 'vault.txt'), 'NOT FOR PUBLICATION\n\n1. The vault is open.\n');
  const { index } = await add(config, 'vault.md', '1. The vault is shut.\n');
  expect((await readdir(corpusDir)).sort()).toEqual(['harbour.txt', 'quay.txt', 'reports.json', 'vault.md']);
  expect(await readFile(index.kept[0] ?? '', 'utf8')).toContain('The vault is open.');
});

test('a report is not added beside a file of its name that cannot be read, nor over it', async () => {
  const { config, corpusDir } = await newCorpus();
  await writeFile(join(corpusDir, 'vault.md'), ' \n');
  for (const name of ['vault.md', 'vault.txt']) {
    const refused = await add(config, name, '1. The vault is shut.\n').catch((error: unknown) => error);
    expect(refused).toMatchObject({
      code: 'report_refused',
      message: expect.stringContaining('vault.md: lies in the folder'),
    });
  }
  expect((await readdir(corpusDir)).sort()).toEqual(['harbour.txt', 'quay.txt', 'vault.md']);
});

test('flagged wording is added only once that is confirmed, whatever the door asked', async () => {
  const { config, corpusDir } = await newCorpus();
  const text = 'NOT FOR PUBLICATION\n\n1. The vault is open.\n';
  await expect(add(config, 'vault.txt', text)).rejects.toMatchObject({ code: 'confirmation_needed' });
  expect((await readdir(corpusDir)).sort()).toEqual(['harbour.txt', 'quay.txt']);
  await add(config, 'vault.txt', text, { confirmed: ['flags'] });
  expect(await readdir(corpusDir)).toContain('vault.txt');
});

test('files that are added together are compared with each other, too', async () => {
  const { config } = await newCorpus();
  const file = (name: string) => ({ name, bytes: new TextEncoder().encode('1. Short.\n'), given: {} });
  const together = (...names: string[]) => readNewFiles(names.map(file), config, options.signal);
  expect(await together('pier.txt', 'pier (1).txt')).toMatchObject([
    { report: 'pier', needs: [] },
    { report: 'pier-1', needs: ['duplicate'], duplicateOf: { report: 'pier' } },
  ]);
  await expect(together('pier.txt', 'Pier.md')).rejects.toMatchObject({
    code: 'report_refused',
    message: expect.stringContaining('would be the same report'),
  });
});

test('what the folder would not take is not put there', async () => {
  const { config, corpusDir } = await newCorpus();
  const line = `1. ${'word '.repeat(mostLineBytes / 5)}\n`;
  await expect(add(config, 'vault.txt', line)).rejects.toMatchObject({
    code: 'report_refused',
    message: expect.stringContaining('vault.txt: has a line of more than'),
  });
  expect((await readdir(corpusDir)).sort()).toEqual(['harbour.txt', 'quay.txt']);
});

test('a notice about the folder is given once', async () => {
  const { config, corpusDir } = await newCorpus();
  await writeFile(join(corpusDir, 'notes.odt'), 'Words.');
  notices.length = 0;
  await runIndexing(config, { ...options, force: true, leaveOut: true });
  expect(notices.filter((notice) => notice.startsWith('notes.odt'))).toHaveLength(1);
});

test('a report that is removed is kept aside, and its file brings it back as it was', async () => {
  const { config, corpusDir } = await newCorpus();
  await writeFile(join(corpusDir, 'reports.json'), '{"quay": {"title": "The quay", "licence": "None"}}');
  const before = await readFile(join(corpusDir, 'quay.txt'), 'utf8');
  const { kept, report } = await removeReport(config, 'QUAY', options);
  expect(report).toBe('quay');
  expect(await readdir(corpusDir)).not.toContain('quay.txt');
  await expect(removeReport(config, 'harbour', options)).rejects.toMatchObject({ code: 'report_refused' });

  const files = await openFiles([kept ?? ''], {});
  const { added } = await addReports(config, files, { ...options, confirmed: [], names: formFieldNames });
  expect(added).toMatchObject([{ report: 'quay', metadata: { title: 'The quay', licence: 'None' } }]);
  expect(await readFile(join(corpusDir, 'quay.txt'), 'utf8')).toBe(before);
});

test('while another process changes the index, a patient change waits, says so once and can be stopped', async () => {
  const { config, corpusDir } = await newCorpus();
  const coordination = await IndexCoordination.open(config.INDEX_DIR);
  onTestFinished(() => coordination.close());
  const lock = await coordination.lock();
  await expect(add(config, 'pier.txt', '1. The pier is short.\n')).rejects.toMatchObject({
    code: 'index_busy',
  });

  const stop = new AbortController();
  notices.length = 0;
  const stopped = add(config, 'pier.txt', '1. Short.\n', { patient: true, signal: stop.signal });
  const waiting = add(config, 'pier.txt', '1. The pier is short.\n', { patient: true });
  const waits = () => notices.filter((notice) => notice.includes('waits for it'));
  await expect.poll(waits, { timeout: 20_000 }).toHaveLength(2);
  stop.abort();
  await expect(stopped).rejects.toMatchObject({ code: 'interrupted' });
  await lock.release();
  expect((await waiting).added).toMatchObject([{ report: 'pier' }]);
  expect(await readdir(corpusDir)).toContain('pier.txt');
  expect(waits()).toHaveLength(2);
});

const nextSteps: [string, (config: Config) => Promise<unknown>][] = [
  ['indexing', (config) => runIndexing(config, { ...options, force: false })],
  ['adding a report', (config) => add(config, 'pier.txt', '1. The pier is short.\n')],
  ['a look at the folder', (config) => updateFromFolder(config, options)],
];

test.each(nextSteps)(
  'a change that was cut off before its index was in use is undone by %s',
  async (_, step) => {
    const { config, corpusDir } = await newCorpus();
    const script = new URL('../faults/install-and-die.ts', import.meta.url).pathname;
    await once(spawn(process.execPath, [script, corpusDir, 'before']), 'exit');
    expect(await readdir(corpusDir)).toContain('harbour.md');
    expect(await isChangeOpen(corpusDir)).toBe(true);
    await step(config);
    expect(await isChangeOpen(corpusDir)).toBe(false);
    expect(await readFile(join(corpusDir, 'harbour.txt'), 'utf8')).toContain('six cranes');
    expect(await readFile(join(corpusDir, 'quay.txt'), 'utf8')).toContain('forty metres');
    expect(await readdir(corpusDir)).not.toContain('harbour.md');
    expect(await corpusInUse(config.INDEX_DIR)).toBe((await readCorpus(corpusDir)).corpusSha256);
  },
);
