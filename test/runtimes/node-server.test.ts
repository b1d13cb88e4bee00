import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteDatabase } from '../../src/adapters/sqlite-database.ts';
import type { Answer } from '../../src/answer/answer.ts';
import { parseConfig } from '../../src/config.ts';
import { startServer } from '../../src/entries/node.ts';
import type { RunningServer } from '../../src/entries/serve-app.ts';
import { updateIndex } from '../../src/entries/update-index.ts';
import { post } from '../http/post.ts';
import { madeUpReport } from './made-up-report.ts';

const notices: string[] = [];
const log: string[] = [];
let folder = '';
let server: RunningServer;

function settings(more: Record<string, string> = {}) {
  return parseConfig({
    PORT: '0',
    EMBEDDER: 'none',
    INDEX_DIR: folder,
    ADMIN_KEY: 'admin-key-of-ours',
    ...more,
  });
}

function start(more: Record<string, string> = {}) {
  return startServer(settings(more), {
    onNotice: (line) => notices.push(line),
    writeLog: (line) => log.push(line),
  });
}

async function ask(url: string): Promise<Answer> {
  const response = await fetch(`${url}/v1/ask`, post({ question: 'How many cranes does the harbour have?' }));
  expect(response.status).toBe(200);
  return (await response.json()) as Answer;
}

async function index(version: string): Promise<string> {
  const report = await madeUpReport();
  const corpus = { sha256: 'a'.repeat(64), reports: () => [report] };
  return (await updateIndex(corpus, { indexDir: folder, embedder: null, version })).generation;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pincite-server-'));
  await index('1');
  server = await start();
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('a server over an index on disk', () => {
  test('says what it lacks when it starts, and is ready', async () => {
    expect(notices).toEqual(['Keyword search alone: EMBEDDER is "none".']);
    const response = await fetch(`${server.url}/readyz`);
    expect(await response.json()).toMatchObject({ ready: true, reports: 1, search: 'keywords alone' });
  });

  test('answers a question with a quote that its link leads to', async () => {
    const answer = await ask(server.url);
    expect(answer.status).toBe('answered');
    const [citation] = answer.citations;
    const paragraph = await fetch(
      `${server.url}/v1/reports/${citation?.report}/paragraphs/${citation?.paragraph}`,
    );
    const { text, url } = (await paragraph.json()) as { text: string; url: string };
    for (const quote of citation?.quotes ?? []) expect(text).toContain(quote);
    const page = await fetch(server.url + url);
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Security-Policy')).toContain("script-src 'self'");
    expect(await page.text()).toContain('para-1');
  });

  test('keeps the answer for another process and over a restart', async () => {
    const answer = await ask(server.url);
    const other = await start();
    expect(await (await fetch(`${other.url}/v1/answers/${answer.id}`)).json()).toEqual(answer);
    await other.close();
    const again = await start();
    expect(await (await fetch(`${again.url}/v1/answers/${answer.id}`)).json()).toEqual(answer);
    const remove = { method: 'DELETE', headers: { Authorization: 'Bearer admin-key-of-ours' } };
    expect((await fetch(`${again.url}/v1/answers/${answer.id}`, remove)).status).toBe(204);
    await again.close();
    expect((await fetch(`${server.url}/v1/answers/${answer.id}`)).status).toBe(410);
  });

  test('takes a new generation without dropping a question', async () => {
    let asking = true;
    const seen = new Set<string>();
    const questions = (async () => {
      while (asking) seen.add((await ask(server.url)).generation);
    })();
    const generation = await index('2');
    await expect.poll(() => seen.has(generation), { timeout: 5_000 }).toBe(true);
    asking = false;
    await questions;
    expect(seen.size).toBe(2);
  });

  test('shows an unknown address as a page like the others', async () => {
    const response = await fetch(`${server.url}/nowhere`, { headers: { Accept: 'text/html' } });
    expect(response.status).toBe(404);
    expect(await response.text()).toMatch(/rel="stylesheet".*There is nothing at this address/s);
  });

  test('answers or refuses whatever is typed, and never fails', async () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.stringMatching(/^[a-z"*():^+~{}\-' ]{1,40}$/),
      fc.constantFrom(
        'NEAR(cranes, 2)',
        'text:cranes',
        '"cranes',
        'cranes AND NOT',
        "'; DROP TABLE answers; --",
        '%_',
        '\u202e9',
      ),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        for (const [path, body] of [
          ['/v1/ask', { question: text, history: [{ role: 'user', content: text }] }],
          ['/v1/search', { query: text }],
          ['/v1/search', { query: text, match: 'exact' }],
        ] as const) {
          const response = await fetch(server.url + path, post(body));
          expect([200, 400]).toContain(response.status);
          await response.body?.cancel();
        }
      }),
      { numRuns: 100 },
    );
  });

  test('keeps questions out of its log', async () => {
    await ask(server.url);
    const lines = log.map((line) => JSON.parse(line) as { message: string; route: string });
    expect(lines.some((line) => line.route === '/v1/ask')).toBe(true);
    expect(log.join('\n')).not.toContain('cranes');
  });
});

test('a port in use is told, and nothing stays open', async () => {
  const { port } = new URL(server.url);
  await expect(start({ PORT: port })).rejects.toMatchObject({ code: 'port_in_use' });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
});

test('a missing index is told at start', async () => {
  const missing = start({ INDEX_DIR: join(folder, 'none'), STATE_DIR: join(folder, 'state') });
  await expect(missing).rejects.toMatchObject({
    code: 'index_missing',
    message: expect.stringContaining('pincite index'),
  });
});

test('answers past their age are deleted when a server starts', async () => {
  const STATE_DIR = join(folder, 'aged');
  const first = await start({ STATE_DIR });
  const answer = await ask(first.url);
  await first.close();
  const young = await start({ STATE_DIR, ANSWER_RETENTION_DAYS: '1' });
  expect((await fetch(`${young.url}/v1/answers/${answer.id}`)).status).toBe(200);
  await young.close();
  const database = openSqliteDatabase(join(STATE_DIR, 'answers.sqlite'), 'wal');
  await database.run("UPDATE answers SET created = '2020-01-01T00:00:00.000Z'");
  await database.close();
  const old = await start({ STATE_DIR, ANSWER_RETENTION_DAYS: '1' });
  await expect.poll(async () => (await fetch(`${old.url}/v1/answers/${answer.id}`)).status).toBe(410);
  await old.close();
});
