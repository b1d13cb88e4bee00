import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { planChange } from '../../src/adapters/corpus-change.ts';
import { readCorpus } from '../../src/adapters/corpus-folder.ts';
import { installChange, isChangeOpen, settleChange } from '../../src/adapters/corpus-journal.ts';

const metadata = {
  ...{ title: 'The quay', authority: null, authorityShort: null, publisher: null, documentKind: null },
  ...{ source: null, licence: null, dates: {} },
};
const bytes = new TextEncoder().encode('1. The quay is long.\n');

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pincite-journal-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'harbour.txt'), '1. There are six cranes.\n');
  await writeFile(join(folder, 'pier.txt'), '1. The pier is short.\n');
  await writeFile(join(folder, 'reports.json'), '{"pier": {"title": "The pier"}}');
  return folder;
}

/** Adds a quay, gives the harbour another ending and takes the pier away. */
async function planFor(folder: string) {
  const corpus = await readCorpus(folder);
  const write = ['quay.txt', 'harbour.md'].map((file) => ({ file, bytes, metadata }));
  return planChange(corpus, { write, remove: ['pier'] }, corpus.files);
}

async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name !== 'CURRENT').sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  );
}

test('a change is what was planned: the folder read again is the planned corpus', async () => {
  const folder = await newFolder();
  // Downloads often may only be read; replacing one takes the right to the folder alone.
  await chmod(join(folder, 'pier.txt'), 0o444);
  const planned = await planFor(folder);
  let inUse = 'before';
  const putInUse = async () => {
    expect(await isChangeOpen(folder)).toBe(true);
    inUse = planned.corpus.corpusSha256;
  };
  await installChange(folder, planned, { putInUse, inUse: async () => inUse });
  const after = await readCorpus(folder);
  expect(after.corpusSha256).toBe(planned.corpus.corpusSha256);
  expect(after.files.map(({ file }) => file)).toEqual(['harbour.md', 'quay.txt']);
  expect([...after.metadata.keys()].sort()).toEqual(['harbour', 'quay']);
  expect((await readdir(folder)).sort()).toEqual(['harbour.md', 'quay.txt', 'reports.json']);
});

test('when the index cannot be put in use, the folder is as it was, byte for byte', async () => {
  const folder = await newFolder();
  const before = await contents(folder);
  const putInUse = () => Promise.reject(new Error('no space'));
  const change = installChange(folder, await planFor(folder), { putInUse, inUse: async () => 'before' });
  await expect(change).rejects.toThrow('no space');
  expect(await contents(folder)).toEqual(before);
});

test.each([
  ['before anything is put in use', 'before', 'undone'],
  ['once it is in use', 'after', 'kept'],
])('a process killed %s leaves a change that the next one finds: %s means %s', async (_, when, outcome) => {
  const folder = await newFolder();
  const before = await contents(folder);
  const planned = await planFor(folder);
  const script = new URL('../faults/install-and-die.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, folder, when], { stdio: ['ignore', 'inherit', 'inherit'] });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  expect(await isChangeOpen(folder)).toBe(true);
  const inUse = async () => readFile(join(folder, 'CURRENT'), 'utf8').catch(() => 'before');
  await settleChange(folder, inUse);
  expect(await isChangeOpen(folder)).toBe(false);
  if (outcome === 'undone') expect(await contents(folder)).toEqual(before);
  else {
    await rm(join(folder, 'CURRENT'));
    expect((await readCorpus(folder)).corpusSha256).toBe(planned.corpus.corpusSha256);
  }
});

test('undoing can itself be cut off and done again', async () => {
  const folder = await newFolder();
  const before = await contents(folder);
  const script = new URL('../faults/install-and-die.ts', import.meta.url).pathname;
  await once(spawn(process.execPath, [script, folder, 'before']), 'exit');
  // As a kill between two steps of the undoing leaves it: one file is back, the rest is not.
  await rm(join(folder, 'quay.txt'));
  await settleChange(folder, async () => 'before');
  await settleChange(folder, async () => 'before');
  expect(await contents(folder)).toEqual(before);
});

test('what was being prepared when a process died is no change', async () => {
  const folder = await newFolder();
  const before = await contents(folder);
  const { mkdir } = await import('node:fs/promises');
  await mkdir(join(folder, '.pincite-change'));
  await writeFile(join(folder, '.pincite-change', 'new-0'), 'half of');
  expect(await isChangeOpen(folder)).toBe(false);
  await settleChange(folder, async () => null);
  expect(await contents(folder)).toEqual(before);
});
