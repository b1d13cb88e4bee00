import { expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import type { Pincite } from '../../src/service/pincite.ts';
import { answer, fakePincite } from './fake-pincite.ts';
import { post } from './post.ts';
import { readEvents } from './read-events.ts';
import { testApp } from './test-app.ts';

const events = { Accept: 'text/event-stream' };

test('a stream is logged when it has ended, with what became of the question', async () => {
  const pincite = fakePincite();
  const ask: Pincite['ask'] = async (request) => {
    await new Promise((resolve) => setTimeout(resolve, 30));
    return pincite.ask(request);
  };
  const { app, lines } = testApp({}, { pincite: { ...pincite, ask } });
  const response = await app.request('/v1/ask', post({ question: 'Why?' }, events));
  expect(lines).toEqual([]);
  await response.text();
  expect(lines).toMatchObject([{ message: 'request', status: 200, answer: 'answered', generation: 'g1' }]);
  expect(lines[0]?.ms).toBeGreaterThanOrEqual(25);
});

test('each part follows the citations that it uses, and the whole answer comes last', async () => {
  const { app } = testApp();
  const response = await app.request('/v1/ask', post({ question: answer.question }, events));
  expect(response.headers.get('Content-Type')).toBe('text/event-stream');
  const sent = readEvents(await response.text());
  expect(sent.map(({ event }) => event)).toEqual([
    ...['status', 'status', 'status'],
    ...['part', 'citation', 'part', 'citation', 'part', 'done'],
  ]);
  expect(sent.slice(0, 3).map(({ data }) => data)).toEqual([
    { stage: 'reading' },
    { stage: 'searching' },
    { stage: 'answering' },
  ]);
  expect(sent[4]?.data).toEqual(answer.citations[0]);
  expect(sent[5]?.data).toEqual(answer.parts[1]);
  expect(sent.at(-1)?.data).toEqual(answer);
});

test('a request that is not valid is an ordinary problem, not a stream', async () => {
  const { app } = testApp();
  const response = await app.request('/v1/ask', post({ question: '?' }, events));
  expect(response.status).toBe(400);
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
});

test('a failure on the way ends the stream with a problem and no innards', async () => {
  const ask: Pincite['ask'] = async (_request, options) => {
    options?.onStage?.('reading');
    throw new AppError('index_damaged', 'in /some/folder', { cause: new Error('bad block') });
  };
  const { app, lines } = testApp({}, { pincite: fakePincite({ ask }) });
  const text = await (await app.request('/v1/ask', post({ question: 'Why?' }, events))).text();
  expect(readEvents(text)).toMatchObject([
    { event: 'status' },
    { event: 'error', data: { status: 503, code: 'index_damaged', request_id: expect.any(String) } },
  ]);
  expect(text).not.toContain('folder');
  expect(lines[0]).toMatchObject({ level: 'error', cause: expect.stringContaining('bad block') });
});

test('a stream that waits sends comments, and an error once the time limit passes', async () => {
  const ask = () => new Promise<never>(() => undefined);
  const { app } = testApp({ REQUEST_TIMEOUT_MS: '300' }, { pincite: fakePincite({ ask }), heartbeatMs: 50 });
  const sent = readEvents(await (await app.request('/v1/ask', post({ question: 'Why?' }, events))).text());
  expect(sent.length).toBeGreaterThan(1);
  expect(sent.slice(0, -1).every(({ event }) => event === 'comment')).toBe(true);
  expect(sent.at(-1)?.event).toBe('error');
  expect(sent.at(-1)?.data).toMatchObject({ code: 'timed_out', status: 504 });
});

test('the work stops when the reader of a stream leaves', async () => {
  const left = Promise.withResolvers<unknown>();
  const ask: Pincite['ask'] = (_request, options) => {
    options?.onStage?.('reading');
    options?.signal?.addEventListener('abort', () => left.resolve(options.signal?.reason));
    return new Promise(() => undefined);
  };
  const { app } = testApp({}, { pincite: fakePincite({ ask }) });
  const response = await app.request('/v1/ask', post({ question: 'Why?' }, events));
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(await left.promise).toMatchObject({ code: 'interrupted' });
});
