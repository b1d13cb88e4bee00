import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import runtime from 'onnxruntime-node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findTokenizer } from '../../src/adapters/locate-model.ts';
import { readerPath } from '../../src/adapters/reader-files.ts';
import { createLocalReader } from '../../src/adapters/worker-reader.ts';
import type { Reader } from '../../src/answer/reader.ts';
import { buildReader } from '../../src/entries/build-reader.ts';

const tokenizer = await findTokenizer({
  modelDir: process.env.MODEL_DIR,
  cacheDir: process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
});
const folder = await mkdtemp(join(tmpdir(), 'pincite-reader-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

const question = 'How many social workers does the council employ?';
const sentences = [
  'Eastbrook 2019. Waste. Recycling rates rose to 48 per cent in the last quarter.',
  'Eastbrook 2019. Workforce. The council employs 42 social workers, of whom six are newly qualified.',
  'Eastbrook 2019. Workforce. Social workers told inspectors that they feel well supported.',
  'Eastbrook 2019. Libraries. The library in the market square opens at nine on weekdays.',
];
const many = Array.from({ length: 60 }, (_, place) => `${sentences[place % 4]} (${place})`);

describe('the trained reader', () => {
  let reader: Reader;
  beforeAll(async () => {
    reader = await createLocalReader({ tokenizer, threads: 2 });
  });
  afterAll(() => reader.close());

  test('scores the sentence that answers above those that do not, wherever it stands', async () => {
    const scores = await reader.score(question, sentences);
    expect(scores[1]).toBe(Math.max(...scores));
    expect(scores[1]).toBeGreaterThan(0);
    expect(scores[1]).toBeGreaterThan((scores[2] as number) + 1);
    expect(Math.max(scores[0] as number, scores[3] as number)).toBeLessThan(0);
    expect(await reader.score(question, [...sentences].reverse())).toEqual(scores.reverse());
  });

  test('gives the scores that the model gives to pairs put together by its own tokenizer', async () => {
    const session = await runtime.InferenceSession.create(readerPath(), { intraOpNumThreads: 1 });
    const pairs = new Tokenizer(JSON.parse(await readFile(tokenizer, 'utf8')), {});
    const expected: number[] = [];
    for (const sentence of sentences) {
      const { ids } = pairs.encode(question, { text_pair: sentence });
      const tensor = (numbers: number[]) =>
        new runtime.Tensor('int64', BigInt64Array.from(numbers, BigInt), [1, numbers.length]);
      const inputs = {
        input_ids: tensor(ids),
        attention_mask: tensor(ids.map(() => 1)),
        token_type_ids: tensor(
          ids.map((_: number, place: number) => (place > ids.indexOf(ids.at(-1) ?? 0) ? 1 : 0)),
        ),
      };
      expected.push(Number((await session.run(inputs)).logits?.data[0]));
    }
    await session.release();
    expect(await reader.score(question, sentences)).toEqual(expected);
  });

  test('gives a sentence the same score in any company and from several callers at once', async () => {
    const [alone] = await reader.score(question, [many[1] as string]);
    const calls = await Promise.all([reader.score(question, many), reader.score(question, many)]);
    expect(calls[0]).toEqual(calls[1]);
    expect(calls[0]?.[1]).toBe(alone);
  });

  test('scores no sentences at once', async () => {
    expect(await reader.score(question, [])).toEqual([]);
  });

  test('reads the beginning of a sentence or a question that is very long', async () => {
    const long = 'The inspectors visited again and again. '.repeat(20_000);
    const [cut, answering, buried] = await reader.score(question, [
      long,
      `${sentences[1]} ${long}`,
      `${long} ${sentences[1]}`,
    ]);
    expect(answering).toBeGreaterThan(cut as number);
    expect(buried).toBe(cut);
    expect(await reader.score(long, [sentences[1] as string])).toEqual([expect.any(Number)]);
  });

  test('gives a number for whatever characters come', async () => {
    const hostile = [
      '',
      ' ',
      '\0',
      '\ud800',
      'a\u0301'.repeat(500),
      '👩‍👩‍👧',
      '\u202Eabc',
      '[SEP] [CLS]',
      '漢字',
    ];
    for (const asked of hostile) {
      const scores = await reader.score(asked, hostile);
      expect(scores.filter(Number.isFinite)).toHaveLength(hostile.length);
    }
  });

  test('leaves the event loop free while it reads', async () => {
    const beats: number[] = [];
    const timer = setInterval(() => beats.push(performance.now()), 20);
    await reader.score(
      question,
      many.map((sentence) => sentence.repeat(5)),
    );
    clearInterval(timer);
    const gaps = beats.slice(1).map((beat, place) => beat - (beats[place] as number));
    expect(beats.length).toBeGreaterThan(10);
    expect([...gaps].sort((a, b) => a - b)[Math.floor(gaps.length / 2)]).toBeLessThan(35);
  });

  test('stops soon on the signal and goes on to serve', async () => {
    const stop = new AbortController();
    const reading = reader.score(question, [...many, ...many, ...many, ...many], { signal: stop.signal });
    setTimeout(() => stop.abort(), 20);
    const began = performance.now();
    await expect(reading).rejects.toMatchObject({ code: 'interrupted' });
    expect(await reader.score(question, [sentences[1] as string])).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(500);
    await expect(reader.score(question, sentences, { signal: stop.signal })).rejects.toThrow('stopped');
  });
});

test('a reader that is closed ends what is under way and takes no more', async () => {
  const closing = await createLocalReader({ tokenizer, threads: 1 });
  const failure = expect(closing.score(question, many)).rejects.toMatchObject({ code: 'interrupted' });
  await closing.close();
  await failure;
  await expect(closing.score(question, many)).rejects.toMatchObject({ code: 'interrupted' });
});

test('a model or tokenizer that is damaged or gone is refused', async () => {
  const damaged = join(folder, 'model');
  const bytes = await readFile(readerPath());
  bytes[1_000] = (bytes[1_000] as number) ^ 1;
  await writeFile(damaged, bytes);
  for (const wrong of [{ model: damaged }, { model: join(folder, 'absent') }, { tokenizer: damaged }]) {
    await expect(createLocalReader({ tokenizer, ...wrong })).rejects.toMatchObject({
      code: 'model_unavailable',
    });
  }
  await expect(createLocalReader({ tokenizer: join(folder, 'absent') })).rejects.toMatchObject({
    code: 'model_unavailable',
  });
});

test('the settings choose whether there is a reader, and what cannot be had is said', async () => {
  const { MODEL_DIR, XDG_CACHE_HOME } = process.env;
  expect(await buildReader({ READER: 'none', MODEL_DIR })).toEqual({ reader: null, notices: [] });
  const chosen = await buildReader({ READER: 'local', MODEL_DIR });
  await chosen.reader?.close();
  expect(chosen).toMatchObject({ reader: { name: expect.any(String) }, notices: [] });
  process.env.XDG_CACHE_HOME = folder;
  try {
    const without = await buildReader({ READER: 'local', MODEL_DIR: folder });
    expect(without.reader).toBeNull();
    expect(without.notices).toEqual([expect.stringMatching(/^Answers are picked without .*READER=none/)]);
  } finally {
    if (XDG_CACHE_HOME === undefined) delete process.env.XDG_CACHE_HOME;
    else process.env.XDG_CACHE_HOME = XDG_CACHE_HOME;
  }
});
