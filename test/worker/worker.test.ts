import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import keywordWorker, { createWorker } from '../../src/entries/worker.ts';
import { post } from '../http/post.ts';
import { readEvents } from '../http/read-events.ts';
import { madeUpReport } from '../runtimes/made-up-report.ts';
import { loadGeneration } from './load-generation.ts';
import { wordEmbedder } from './word-embedder.ts';

const question = { question: 'How many cranes does the harbour have?' };
const bindings = { ...env, LOG_LEVEL: 'silent' };
type Worker = typeof keywordWorker;

afterEach(reset);

function request(worker: Worker, path: string, init?: RequestInit): Promise<Response> {
  return worker.fetch(new Request(`https://pincite.example${path}`, init), bindings);
}

async function expectCraneAnswer(answer: Answer) {
  expect(answer).toMatchObject({ status: 'answered', question: question.question });
  const [first] = answer.citations;
  expect(first).toMatchObject({ marker: 1, report: 'harbour-2014', paragraph: '1' });
  expect(first?.quotes.join(' ')).toContain('The harbour has six cranes.');
}

describe('with an embedder and vectors', () => {
  test('a question is answered from D1 and exact vectors, with its citation', async () => {
    await loadGeneration([await madeUpReport()], wordEmbedder);
    const worker = createWorker(() => wordEmbedder);
    expect(await (await request(worker, '/readyz')).json()).toMatchObject({
      ...{ ready: true, search: 'meaning and keywords', notices: [] },
    });
    const response = await request(worker, '/v1/ask', post(question));
    expect(response.status).toBe(200);
    const answer = (await response.json()) as Answer;
    await expectCraneAnswer(answer);
    const kept = await request(worker, `/v1/answers/${answer.id}`);
    expect(await kept.json()).toEqual(answer);
  });

  test('the answer comes as events, and requests may overlap', async () => {
    await loadGeneration([await madeUpReport()], wordEmbedder);
    const worker = createWorker(() => wordEmbedder);
    const asked = await Promise.all(
      [1, 2, 3].map(() => request(worker, '/v1/ask', post(question, { Accept: 'text/event-stream' }))),
    );
    for (const response of asked) {
      const events = readEvents(await response.text());
      expect(events.map(({ event }) => event)).toEqual(
        expect.arrayContaining(['status', 'citation', 'part']),
      );
      expect(events.at(-1)?.event).toBe('done');
      await expectCraneAnswer(events.at(-1)?.data as Answer);
    }
  });
});

describe('as it is deployed, without an embedder', () => {
  test('it answers by keywords alone and says so', async () => {
    await loadGeneration([await madeUpReport()], null);
    expect(await (await request(keywordWorker, '/readyz')).json()).toMatchObject({
      ...{
        ready: true,
        search: 'keywords alone',
        notices: [expect.stringContaining('Keyword search alone')],
      },
    });
    const response = await request(keywordWorker, '/v1/ask', post(question));
    await expectCraneAnswer((await response.json()) as Answer);
  });
});

test('the page, a paragraph, a search and a bad request work as on Node', async () => {
  await loadGeneration([await madeUpReport()], null);
  const worker = createWorker(() => null);
  expect(await (await request(worker, '/')).text()).toContain('<form');
  const paragraph = await request(worker, '/v1/reports/harbour-2014/paragraphs/2');
  expect(await paragraph.json()).toMatchObject({ id: '2', number: '2', previous: '1', next: '3' });
  const search = await request(worker, '/v1/search', post({ query: 'tide tables', match: 'exact' }));
  expect(await search.json()).toMatchObject({ total: 1, hits: [{ paragraph: '3' }] });
  const bad = await request(worker, '/v1/ask', post({ question: '' }));
  expect(bad.status).toBe(400);
  expect(bad.headers.get('Content-Type')).toBe('application/problem+json');
});

test('reports cannot be changed on Workers, and that is told', async () => {
  const worker = createWorker(() => null);
  const body = new FormData();
  body.set('file', new File(['1. Words.'], 'a.txt'));
  const init = { method: 'POST', headers: { Authorization: 'Bearer admin-key-of-ours' }, body };
  const address = new Request('https://pincite.example/v1/reports', init);
  const withKey = { ...bindings, ADMIN_KEY: 'admin-key-of-ours' };
  const response = await worker.fetch(address, withKey);
  expect(response.status).toBe(501);
  expect(await response.json()).toMatchObject({ code: 'not_supported' });
});

test('an index database that is empty is told, not hidden', async () => {
  const worker = createWorker(() => null);
  const response = await request(worker, '/v1/ask', post(question));
  expect(response.status).toBe(503);
  expect(await response.json()).toMatchObject({ code: 'index_missing' });
  expect((await request(worker, '/readyz')).status).toBe(503);
});
