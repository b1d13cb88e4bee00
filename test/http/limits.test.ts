import { expect, test } from 'vitest';
import type { Pincite } from '../../src/service/pincite.ts';
import { fakePincite } from './fake-pincite.ts';
import { post } from './post.ts';
import { testApp } from './test-app.ts';

function chunks(total: number): ReadableStream<Uint8Array> {
  let left = total;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      left -= 100;
      controller.enqueue(new Uint8Array(100).fill(32));
    },
  });
}

test('a body over the limit is refused, whether its length is told or not', async () => {
  const { app } = testApp({ MAX_BODY_BYTES: '1000' });
  const told = await app.request(
    '/v1/ask',
    post({ question: 'a'.repeat(1000) }, { 'Content-Length': '1015' }),
  );
  expect(told.status).toBe(413);
  const init = { ...post(''), body: chunks(2000), duplex: 'half' };
  const chunked = await app.request('/v1/ask', init);
  expect(chunked.status).toBe(413);
  expect(await chunked.json()).toMatchObject({
    code: 'too_large',
    detail: expect.stringContaining('1000 bytes'),
  });
});

test('work that takes too long is stopped and answered with 504', async () => {
  let seen: AbortSignal | undefined;
  const ask: Pincite['ask'] = (_request, options) => {
    seen = options?.signal;
    return new Promise(() => undefined);
  };
  const { app } = testApp({ REQUEST_TIMEOUT_MS: '100' }, { pincite: fakePincite({ ask }) });
  const response = await app.request('/v1/ask', post({ question: 'Why?' }));
  expect(response.status).toBe(504);
  expect(await response.json()).toMatchObject({
    code: 'timed_out',
    detail: expect.stringContaining('0.1 seconds'),
  });
  expect(seen?.aborted).toBe(true);
});

test('work that was done in time is not stopped afterwards', async () => {
  let seen: AbortSignal | undefined;
  const pincite = fakePincite();
  const ask: Pincite['ask'] = (request, options) => {
    seen = options?.signal;
    return pincite.ask(request, options);
  };
  const { app } = testApp({ REQUEST_TIMEOUT_MS: '500' }, { pincite: { ...pincite, ask } });
  expect((await app.request('/v1/ask', post({ question: 'Why?' }))).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 550));
  expect(seen?.aborted).toBe(false);
});

test('work is stopped when the client leaves', async () => {
  let seen: AbortSignal | undefined;
  const ask: Pincite['ask'] = (_request, options) => {
    seen = options?.signal;
    return new Promise((_resolve, reject) =>
      options?.signal?.addEventListener('abort', () => reject(options.signal?.reason)),
    );
  };
  const { app, lines } = testApp({}, { pincite: fakePincite({ ask }) });
  const client = new AbortController();
  const request = app.request('/v1/ask', { ...post({ question: 'Why?' }), signal: client.signal });
  setTimeout(() => client.abort(), 20);
  await request;
  expect(seen?.reason).toMatchObject({ code: 'interrupted' });
  expect(lines).toMatchObject([{ message: 'request', client_left: true }]);
});
