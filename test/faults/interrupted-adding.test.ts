import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isChangeOpen } from '../../src/adapters/corpus-journal.ts';
import { listUnfinished, readCurrent } from '../../src/adapters/generation-folder.ts';
import { parseConfig } from '../../src/config.ts';
import { startServer } from '../../src/entries/node.ts';
import { runIndexing } from '../../src/entries/run-indexing.ts';
import type { RunningServer } from '../../src/entries/serve-app.ts';
import { type EmbeddingService, startEmbeddingService } from '../runtimes/embedding-service.ts';
import { startAdding } from './child-processes.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

let folder = '';
let corpusDir = '';
let indexDir = '';
let embedding: EmbeddingService;
let settings: Record<string, string>;
let server: RunningServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pincite-adding-'));
  corpusDir = join(folder, 'corpus');
  indexDir = join(folder, 'index');
  await mkdir(corpusDir);
  await writeFile(join(corpusDir, 'quay.txt'), '1. The quay is forty metres long.\n');
  await writeFile(join(corpusDir, 'harbour.txt'), '1. The harbour has six cranes.\n');
  embedding = await startEmbeddingService({ delayMs: 50 });
  settings = {
    ...embedding.settings,
    ...{ PORT: '0', READER: 'none', WATCH_CORPUS: 'false', LOG_LEVEL: 'silent' },
    ...{ CORPUS_DIR: corpusDir, INDEX_DIR: indexDir },
  };
  await index();
  server = await startServer(parseConfig(settings), { onNotice: () => undefined });
});
afterAll(async () => {
  await server.close();
  await embedding.close();
  await rm(folder, { recursive: true, force: true });
});

function index() {
  const signal = new AbortController().signal;
  const request = { force: false, signal, onProgress: () => undefined, onNotice: () => undefined };
  return runIndexing(parseConfig(settings), request);
}

/** A new edition of the report about the harbour, outside the corpus. */
async function newEdition(text: string): Promise<string> {
  await writeFile(join(folder, 'harbour.txt'), `1. ${text}\n`);
  return join(folder, 'harbour.txt');
}

/** What a folder of reports holds, and what the index says of the harbour. */
async function stateOf(): Promise<{ files: Record<string, string>; served: string }> {
  const names = (await readdir(corpusDir)).sort();
  const files: Record<string, string> = {};
  for (const name of names) files[name] = await readFile(join(corpusDir, name), 'utf8');
  return { files, served: await servedText() };
}

async function servedText(): Promise<string> {
  const response = await fetch(`${server.url}/v1/reports/harbour/paragraphs/1`);
  expect(response.status).toBe(200);
  return ((await response.json()) as { text: string }).text;
}

test.each(['began', 'reading', 'splitting', 'writing', 'embedding', 'verifying 0', 'verifying 1'])(
  'an adding process killed at "%s" leaves reports and index together, the old or the new, and the next start is clean',
  async (stage) => {
    const before = await stateOf();
    const generation = (await readCurrent(indexDir))?.id;
    const text = `The harbour has as many cranes as “${stage}” has letters.`;
    const child = startAdding(await newEdition(text), settings);
    await new Promise<void>((resolve) => {
      child.process.stdout?.on('data', () => {
        if (child.output().includes(`${stage}\n`)) resolve();
      });
      void child.ended.then(() => resolve());
    });
    child.process.kill('SIGKILL');
    await child.ended;
    expect(child.output()).toContain(stage);
    expect([before.served, text]).toContain(await servedText());
    const isNew = (await readCurrent(indexDir))?.id !== generation;

    const restarted = await index();
    expect(restarted.counts.reports).toBe(2);
    expect(await isChangeOpen(corpusDir)).toBe(false);
    expect(await listUnfinished(indexDir)).toEqual([]);
    expect((await readdir(corpusDir)).filter((name) => name.startsWith('.'))).toEqual([]);
    if (!isNew) return expect(await stateOf()).toEqual(before);
    await expect.poll(servedText, { timeout: 20_000 }).toBe(text);
    expect(await readFile(join(corpusDir, 'harbour.txt'), 'utf8')).toContain(text);
  },
);

test('after all those kills the report is added as if nothing had been', async () => {
  const text = 'The harbour has seven cranes.';
  const child = startAdding(await newEdition(text), settings);
  expect(await child.ended, child.output()).toBe(0);
  await expect.poll(servedText, { timeout: 20_000 }).toBe(text);
  expect(await readFile(join(corpusDir, 'harbour.txt'), 'utf8')).toContain(text);
});
