import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post } from '../http/post.ts';

const script = new URL('../../src/entries/cli.ts', import.meta.url).pathname;
const running: ChildProcess[] = [];
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pincite-process-'));
  await mkdir(join(folder, 'corpus'));
  const text = '# The harbour\n\n1. The harbour has six cranes.\n\n2. Two cranes were out of use.\n';
  await writeFile(join(folder, 'corpus', 'harbour-2014.md'), text);
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

/** Starts `pincite serve` and waits for its address. */
async function serve(PORT: string) {
  const child = spawn(process.execPath, [script, 'serve', '--index', '--json'], {
    env: {
      ...{ PATH: process.env.PATH, HOME: folder, EMBEDDER: 'none', PORT },
      ...{ CORPUS_DIR: join(folder, 'corpus'), INDEX_DIR: join(folder, 'indexes') },
    },
  });
  running.push(child);
  const said: string[] = [];
  child.stderr.on('data', (data) => said.push(String(data)));
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const address = new Promise<string>((resolve) => {
    child.stdout.on('data', (data) => resolve((JSON.parse(String(data)) as { url: string }).url));
  });
  const url = await Promise.race([address, exit.then(() => null)]);
  return { child, url, exit, said };
}

test('a server started from the command line answers, and leaves with 0 when it is told to', async () => {
  const first = await serve('0');
  const response = await fetch(
    `${first.url}/v1/ask`,
    post({ question: 'How many cranes does the harbour have?' }),
  );
  expect(await response.json()).toMatchObject({ status: 'answered' });

  const second = await serve(new URL(first.url ?? '').port);
  expect(await second.exit).not.toBe(0);
  expect(second.said.join('')).toContain('is in use. Stop what uses it, or set PORT to another.');

  first.child.kill('SIGTERM');
  expect(await first.exit).toBe(0);
  await expect(fetch(`${first.url}/healthz`)).rejects.toThrow();
});
