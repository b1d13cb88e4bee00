import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { assertPortFree, type RunningServer, serveApp } from '../../src/entries/serve-app.ts';
import type { Pincite } from '../../src/service/pincite.ts';
import { fakePincite } from '../http/fake-pincite.ts';
import { post } from '../http/post.ts';
import { readEvents } from '../http/read-events.ts';
import { testApp } from '../http/test-app.ts';

const anyPort = { HOST: '127.0.0.1', PORT: 0 };
const open: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close(0)));
});

async function serve(options: Parameters<typeof testApp>[1] = {}, settings: Record<string, string> = {}) {
  const { app, lines } = testApp(settings, options);
  const server = await serveApp(app.fetch, anyPort);
  open.push(server);
  return { ...server, lines };
}

/** A service whose answers wait until they are let go, and which notes when it is told to stop. */
function heldPincite() {
  const held = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<void>();
  const stopped = Promise.withResolvers<unknown>();
  const pincite = fakePincite();
  const ask: Pincite['ask'] = async (request, options) => {
    options?.onStage?.('reading');
    options?.signal?.addEventListener('abort', () => stopped.resolve(options.signal?.reason));
    begun.resolve();
    await held.promise;
    return pincite.ask(request);
  };
  return {
    pincite: { ...pincite, ask },
    begun: begun.promise,
    stopped: stopped.promise,
    release: held.resolve,
  };
}

test('a question over a real connection is answered, whole and as events', async () => {
  const { url } = await serve();
  const response = await fetch(`${url}/v1/ask`, post({ question: 'How many cranes?' }));
  expect(await response.json()).toMatchObject({ status: 'answered', question: 'How many cranes?' });
  const stream = await fetch(
    `${url}/v1/ask`,
    post({ question: 'How many?' }, { Accept: 'text/event-stream' }),
  );
  expect(readEvents(await stream.text()).at(-1)).toMatchObject({
    event: 'done',
    data: { question: 'How many?' },
  });
});

test('a port in use is named in plain words', async () => {
  const { url } = await serve();
  const PORT = Number(new URL(url).port);
  for (const attempt of [
    () => serveApp(() => new Response(), { ...anyPort, PORT }),
    () => assertPortFree({ ...anyPort, PORT }),
  ]) {
    await expect(attempt()).rejects.toMatchObject({
      code: 'port_in_use',
      message: `Port ${PORT} on 127.0.0.1 is in use. Stop what uses it, or set PORT to another.`,
    });
  }
});

test('an address that is not this machine’s is named', async () => {
  const foreign = serveApp(() => new Response(), { HOST: '192.0.2.1', PORT: 0 });
  await expect(foreign).rejects.toMatchObject({
    code: 'invalid_settings',
    message: expect.stringContaining('192.0.2.1'),
  });
});

test('closing lets a running request finish and takes no other', async () => {
  const { pincite, begun, release } = heldPincite();
  const { url, close } = await serve({ pincite });
  const running = fetch(`${url}/v1/ask`, post({ question: 'How many?' }));
  await begun;
  const closed = close();
  await sleep(20);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
  release();
  expect((await running).status).toBe(200);
  const before = performance.now();
  await closed;
  expect(performance.now() - before).toBeLessThan(1_000);
});

test('closing does not wait for ever', async () => {
  const { pincite, begun, stopped } = heldPincite();
  const { url, close } = await serve({ pincite });
  const running = fetch(`${url}/v1/ask`, post({ question: 'How many?' }));
  running.catch(() => undefined);
  await begun;
  await close(100);
  await expect(running).rejects.toThrow();
  expect(await stopped).toMatchObject({ code: 'interrupted' });
});

test.each([['application/json'], ['text/event-stream']])(
  'a client that leaves while waiting for %s stops the work',
  async (accept) => {
    const { pincite, begun, stopped } = heldPincite();
    const { url } = await serve({ pincite });
    const client = new AbortController();
    const running = fetch(`${url}/v1/ask`, {
      ...post({ question: 'How many?' }, { Accept: accept }),
      signal: client.signal,
    });
    running.catch(() => undefined);
    await begun;
    await sleep(20);
    client.abort();
    expect(await stopped).toMatchObject({ code: 'interrupted' });
  },
);

test('events arrive while the work still runs', async () => {
  const { pincite, release } = heldPincite();
  const { url } = await serve({ pincite });
  const response = await fetch(
    `${url}/v1/ask`,
    post({ question: 'How many?' }, { Accept: 'text/event-stream' }),
  );
  const reader = response.body?.getReader();
  const first = await reader?.read();
  expect(new TextDecoder().decode(first?.value)).toBe('event: status\ndata: {"stage":"reading"}\n\n');
  release();
  await reader?.cancel();
});

test('a body over the limit is refused on the wire, told or chunked', async () => {
  const { url } = await serve({}, { MAX_BODY_BYTES: '1000' });
  const large = 'x'.repeat(50_000);
  expect((await fetch(`${url}/v1/ask`, post(large))).status).toBe(413);
  const chunked = new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(large));
      controller.close();
    },
  });
  const response = await fetch(`${url}/v1/ask`, {
    ...post(''),
    body: chunked,
    duplex: 'half',
  } as RequestInit);
  expect(response.status).toBe(413);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});

test.each([
  ['a broken host', 'GET / HTTP/1.1\r\nHost: [::1\r\n\r\n'],
  ['a path that is no path', 'GET //%zz//..// HTTP/1.1\r\nHost: x\r\n\r\n'],
  ['no HTTP at all', '\u0000\u0001\u0002\r\n\r\n'],
  ['two lengths', 'POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello'],
])('%s is answered with a 4xx and the server lives on', async (_name, bytes) => {
  const { url } = await serve();
  const reply = await new Promise<string>((resolve) => {
    let text = '';
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(bytes));
    socket.setTimeout(5_000, () => socket.destroy());
    socket.on('data', (data) => {
      text += data;
      socket.destroy();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', () => resolve(text));
  });
  expect(reply).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
});
