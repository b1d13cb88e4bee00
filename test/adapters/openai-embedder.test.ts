import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, test } from 'vitest';
import { createOpenAiEmbedder } from '../../src/adapters/openai-embedder.ts';
import { embedderContract } from '../contracts/embedder.contract.ts';

interface Recording {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

const recordings: Record<string, Recording> = JSON.parse(
  await readFile(new URL('../recordings/openai-embeddings.json', import.meta.url), 'utf8'),
);
const key = 'sk-test-0123456789-secret';
const closers: (() => void)[] = [];

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

async function serve(handler: Handler): Promise<string> {
  const server = createServer((request, response) => void handler(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
}

/** A server that gives the named recordings one after the other, then the last one again and again. */
async function replay(...names: string[]) {
  const requests: { path: string; authorization: string; body: Record<string, unknown> }[] = [];
  const baseUrl = await serve(async (request, response) => {
    const name = names[Math.min(requests.length, names.length - 1)] as string;
    const body = JSON.parse(await text(request));
    requests.push({ path: request.url ?? '', authorization: request.headers.authorization ?? '', body });
    const { status, headers, body: reply } = recordings[name] as Recording;
    response.writeHead(status, headers).end(typeof reply === 'string' ? reply : JSON.stringify(reply));
  });
  return { baseUrl, requests };
}

const open = (baseUrl: string, more: { timeoutMs?: number; maxRetries?: number; model?: string } = {}) =>
  createOpenAiEmbedder({ apiKey: key, baseUrl, model: 'text-embedding-3-small', dimensions: 8, ...more });

/** What a person and a log would get to see. */
async function failureOf(work: Promise<unknown>) {
  const error = await work.then(
    () => expect.unreachable('it should have failed'),
    (thrown: unknown) => thrown as Error & { code: string; cause?: Error },
  );
  const seen = `${error.message} ${error.stack} ${error.cause?.message} ${error.cause?.stack}`;
  expect(seen).not.toContain('secret');
  expect(seen).not.toContain('sk-test');
  return error;
}

embedderContract({
  name: 'the OpenAI endpoint',
  open: async () => {
    const baseUrl = await serve(async (request, response) => {
      const { input } = JSON.parse(await text(request)) as { input: string[] };
      const data = input.map((value, index) => ({
        object: 'embedding',
        index,
        embedding: [...createHash('sha256').update(value).digest().subarray(0, 8)].map((byte) => byte + 1),
      }));
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ object: 'list', data, model: 'text-embedding-3-small' }));
    });
    // This server outlives single tests; the suite's end takes it down with the process.
    closers.pop();
    return open(baseUrl);
  },
});

describe('the OpenAI embedder', () => {
  afterEach(() => {
    for (const close of closers.splice(0)) close();
  });

  test('sends the texts, the model and the dimensions with the key', async () => {
    const { baseUrl, requests } = await replay('success');
    await (await open(baseUrl)).embedPassages(['One.', 'Two.']);
    expect(requests).toEqual([
      {
        path: '/v1/embeddings',
        authorization: `Bearer ${key}`,
        body: {
          model: 'text-embedding-3-small',
          input: ['One.', 'Two.'],
          encoding_format: 'float',
          dimensions: 8,
        },
      },
    ]);
  });

  test('asks no other model for shorter vectors, which would refuse', async () => {
    const { baseUrl, requests } = await replay('success');
    await (await open(baseUrl, { model: 'nomic-embed-text' })).embedPassages(['One.', 'Two.']);
    expect(requests[0]?.body).not.toHaveProperty('dimensions');
  });

  test('puts vectors in the order of the texts and brings them to unit length', async () => {
    const { baseUrl } = await replay('outOfOrder');
    const [first, second] = await (await open(baseUrl)).embedPassages(['One.', 'Two.']);
    expect([...(first as Float32Array)]).toEqual([1, 0, 0, 0, 0, 0, 0, 0]);
    expect(second?.[4]).toBeCloseTo(0.6, 6);
  });

  test('tries again when the service is over its limit or fails', async () => {
    const { baseUrl, requests } = await replay('overLimit', 'serverError', 'success');
    expect(await (await open(baseUrl)).embedPassages(['One.', 'Two.'])).toHaveLength(2);
    expect(requests).toHaveLength(3);
  });

  test('gives up after a bounded number of tries', async () => {
    const { baseUrl, requests } = await replay('overLimit');
    const error = await failureOf((await open(baseUrl, { maxRetries: 2 })).embedQuestion('One?'));
    expect(error).toMatchObject({ code: 'embedding_failed' });
    expect(error.message).toContain('over its limit (HTTP 429)');
    expect(requests).toHaveLength(3);
  });

  test.each([
    ['refusedKey', 'check OPENAI_API_KEY'],
    ['unknownModel', 'check EMBEDDING_MODEL'],
    ['wrongDimensions', 'vectors of 4 numbers where EMBEDDING_DIMENSIONS is 8'],
    ['zeroVector', 'without a direction'],
    ['otherShape', 'not a list of vectors'],
    ['webPage', 'not a list of vectors'],
    ['notJson', 'does not speak JSON'],
  ])('explains the reply "%s", without the key', async (name, words) => {
    const { baseUrl } = await replay(name);
    const error = await failureOf((await open(baseUrl, { maxRetries: 0 })).embedQuestion('One?'));
    expect(error.code).toBe('embedding_failed');
    expect(error.message).toContain(words);
  });

  test('refuses fewer vectors than texts', async () => {
    const { baseUrl } = await replay('tooFew');
    const error = await failureOf((await open(baseUrl)).embedPassages(['One.', 'Two.']));
    expect(error.message).toContain('1 vectors for 2 texts');
  });

  test('gives up on a service that never answers', async () => {
    const baseUrl = await serve(() => {});
    const began = performance.now();
    const embedder = await open(baseUrl, { timeoutMs: 100, maxRetries: 0 });
    expect((await failureOf(embedder.embedQuestion('One?'))).message).toContain('did not answer in time');
    expect(performance.now() - began).toBeLessThan(2_000);
  });

  test('stops on the signal, also in the middle of a reply', async () => {
    const baseUrl = await serve((_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).write('{"object": "list", ');
    });
    const embedder = await open(baseUrl);
    const signal = AbortSignal.timeout(150);
    const error = await failureOf(embedder.embedPassages(['One.'], { signal }));
    expect(error).toMatchObject({ code: 'interrupted' });
  });

  test('names the host when nothing answers there', async () => {
    const embedder = await open('http://127.0.0.1:9/v1', { maxRetries: 0 });
    expect((await failureOf(embedder.embedQuestion('One?'))).message).toContain(
      '127.0.0.1:9 cannot be reached',
    );
  });
});
