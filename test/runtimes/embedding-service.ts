import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';

export interface EmbeddingService {
  /** The settings that make Pincite use it. */
  settings: Record<string, string>;
  /** Every text embedded so far. */
  texts: string[];
  close(): Promise<void>;
}

const dimensions = 512;

/** An embedding service on this machine that remembers what it was asked to embed; each request takes `delayMs`. */
export async function startEmbeddingService({ delayMs = 0 } = {}): Promise<EmbeddingService> {
  const texts: string[] = [];
  const server = createServer(async (request, response) => {
    const { input } = (await json(request)) as { input: string[] };
    texts.push(...input);
    await wait(delayMs);
    const data = input.map((text, index) => ({ index, embedding: vectorOf(text) }));
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ data }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    settings: {
      EMBEDDER: 'openai',
      OPENAI_API_KEY: 'a-key-of-nobody',
      OPENAI_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
      EMBEDDING_MODEL: 'made-up',
      EMBEDDING_DIMENSIONS: String(dimensions),
    },
    texts,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A direction of its own for each longer word, and much in common, as real models have it. */
function vectorOf(text: string): number[] {
  const vector = new Array<number>(dimensions).fill(0.2);
  for (const [word] of text.toLowerCase().matchAll(/\p{L}{4,}/gu)) {
    const place = createHash('sha256').update(word).digest().readUInt16BE() % dimensions;
    vector[place] = 1;
  }
  return vector;
}
