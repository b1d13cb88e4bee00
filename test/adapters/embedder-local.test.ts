import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LocatedModel, locateModel } from '../../src/adapters/locate-model.ts';
import { ThreadPool } from '../../src/adapters/thread-pool.ts';
import { createLocalEmbedder } from '../../src/adapters/worker-embedder.ts';
import type { Embedder } from '../../src/index/embedder.ts';
import { embedderContract } from '../contracts/embedder.contract.ts';

// The real model, from where `npm test` puts it before the tests begin.
const located: LocatedModel = await locateModel({
  modelDir: process.env.MODEL_DIR,
  cacheDir: process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  onNotice: () => {},
  sources: [],
});
const folder = await mkdtemp(join(tmpdir(), 'pincite-embedder-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const sentences = Array.from(
  { length: 100 },
  (_, place) =>
    `In visit ${place} the inspectors saw ${place} records and spoke to staff about their caseloads.`,
);

embedderContract({ name: 'the local model', open: () => createLocalEmbedder(located) });

describe('the local embedder', () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await createLocalEmbedder({ ...located, idleMs: 200 });
  });
  afterAll(() => embedder.close());

  test('puts a question nearest to the passage that answers it', async () => {
    const passages = [
      'The council employs 42 social workers, of whom six are newly qualified.',
      'Recycling rates rose to 48 per cent in the last quarter.',
      'The library in the market square opens at nine on weekdays.',
    ];
    const question = await embedder.embedQuestion('How many social workers are there?');
    const vectors = await embedder.embedPassages(passages);
    const similarities = vectors.map((vector) =>
      vector.reduce((sum, value, place) => sum + value * (question[place] as number), 0),
    );
    expect(similarities[0]).toBeGreaterThan((similarities[1] as number) + 0.05);
    expect(similarities[0]).toBeGreaterThan((similarities[2] as number) + 0.05);
  });

  test('tells a question from a passage with the same words', async () => {
    const [passage] = await embedder.embedPassages(['The board met twice.']);
    expect(await embedder.embedQuestion('The board met twice.')).not.toEqual(passage);
  });

  test('leaves the event loop free while it embeds passages', async () => {
    const long = sentences.slice(0, 25).join(' ');
    const texts = Array.from({ length: 100 }, (_, place) => (place % 4 === 0 ? long : `Visit ${place}.`));
    await embedder.embedPassages(['The threads have started.']);
    const beats: number[] = [];
    const timer = setInterval(() => beats.push(performance.now()), 20);
    await embedder.embedPassages(texts);
    clearInterval(timer);
    const gaps = beats.slice(1).map((beat, place) => beat - (beats[place] as number));
    // A long text takes more than 50 ms: embedded in this thread, each would hold a beat back for as long.
    expect(beats.length).toBeGreaterThan(10);
    expect([...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)]).toBeLessThan(35);
  });

  test('answers a question while passages are under way', async () => {
    let done = false;
    const passages = embedder.embedPassages([...sentences, ...sentences]).then(() => {
      done = true;
    });
    await embedder.embedQuestion('How many records did they see?');
    expect(done).toBe(false);
    await passages;
  });

  test('serves two callers at once, each in its own order', async () => {
    const [first, second, alone] = await Promise.all([
      embedder.embedPassages(sentences.slice(0, 30)),
      embedder.embedPassages(sentences.slice(0, 30).reverse()),
      embedder.embedPassages([sentences[4] as string]),
    ]);
    expect([...second].reverse()).toEqual(first);
    expect(first[4]).toEqual(alone[0]);
  });

  test('stops soon on the signal and goes on to serve', async () => {
    const stop = new AbortController();
    const began = performance.now();
    const options = { signal: stop.signal, onProgress: () => stop.abort() };
    const many = Array.from({ length: 20 }, () => sentences).flat();
    await expect(embedder.embedPassages(many, options)).rejects.toMatchObject({ code: 'interrupted' });
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(await embedder.embedPassages(['Still here.'])).toHaveLength(1);
  });

  test('starts its threads again after they stopped for want of work', async () => {
    const [before] = await embedder.embedPassages(['The board met twice.']);
    await new Promise((resume) => setTimeout(resume, 500));
    expect(await embedder.embedPassages(['The board met twice.'])).toEqual([before]);
  });

  test('ends what is under way when it is closed', async () => {
    const closing = await createLocalEmbedder(located);
    const passages = closing.embedPassages(sentences);
    const failure = expect(passages).rejects.toMatchObject({ code: 'interrupted' });
    await closing.close();
    await failure;
  });

  test('refuses a model or tokenizer that is damaged or gone', async () => {
    const damaged = join(folder, 'model');
    const bytes = await readFile(located.model);
    bytes[1_000] = (bytes[1_000] as number) ^ 1;
    await writeFile(damaged, bytes);
    for (const model of [damaged, join(folder, 'absent')]) {
      await expect(createLocalEmbedder({ ...located, model })).rejects.toMatchObject({
        code: 'model_unavailable',
      });
    }
    await expect(createLocalEmbedder({ ...located, tokenizer: damaged })).rejects.toThrow('damaged');
  });

  test('says so when the model disappears while it serves', async () => {
    const model = join(folder, 'removed');
    await writeFile(model, await readFile(located.model));
    const serving = await createLocalEmbedder({ ...located, model });
    await rm(model);
    await expect(serving.embedPassages(['a'])).rejects.toMatchObject({ code: 'embedding_failed' });
    expect(await serving.embedQuestion('Does a question still work?')).toHaveLength(384);
    await serving.close();
  });
});

describe('a pool of threads', () => {
  async function poolOf(code: string): Promise<ThreadPool<string, Float32Array>> {
    const script = join(folder, `${crypto.randomUUID()}.mjs`);
    await writeFile(script, `import { parentPort } from 'node:worker_threads';\n${code}`);
    return new ThreadPool({
      script: new URL(`file://${script}`),
      workerData: null,
      size: 2,
      idleMs: 1_000,
      mostPerTask: { items: 8, characters: 2_000 },
      failure: { code: 'embedding_failed', doing: 'embeds texts' },
    });
  }

  test('fails clearly when a thread dies, and starts a fresh one for the next call', async () => {
    const pool = await poolOf(`parentPort.on('message', ({ kind, items }) => {
      if (kind === 'stop' || items.includes('die')) process.exit(3);
      parentPort.postMessage({ results: items.map(() => new Float32Array(2)) });
    });`);
    await expect(pool.run(['one', 'die'])).rejects.toMatchObject({ code: 'embedding_failed' });
    await expect(pool.run(Array.from({ length: 90 }, () => 'die'))).rejects.toThrow('ended unexpectedly');
    expect(await pool.run(['one', 'two'])).toHaveLength(2);
    await pool.close();
  });

  test('fails clearly when its threads cannot start', async () => {
    const pool = await poolOf(`throw new Error('no memory left');`);
    await expect(pool.run(['one'])).rejects.toThrow('no memory left');
    await pool.close();
  });
});
