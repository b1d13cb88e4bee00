import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lastLine, startIndexing, startServing, stopServing } from './child-processes.ts';
import { newIndexFolder } from './small-index.ts';

/** The cache of vectors is opened under the lock, before the first batch. */
const untilEmbedding = (indexDir: string) =>
  expect
    .poll(
      () =>
        access(join(indexDir, 'embeddings.sqlite')).then(
          () => true,
          () => false,
        ),
      { timeout: 8_000 },
    )
    .toBe(true);

it('serves from two processes while a third indexes: every request is answered, both take the new index', async () => {
  const indexDir = newIndexFolder();
  expect(await startIndexing({ indexDir }).ended).toBe(0);
  const servers = await Promise.all([startServing(indexDir), startServing(indexDir)]);
  for (let round = 0; round < 3; round++) {
    expect(await startIndexing({ indexDir, force: true }).ended).toBe(0);
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  const [one, two] = await Promise.all(servers.map(stopServing));
  for (const tally of [one, two]) {
    expect(tally?.failures).toEqual([]);
    expect(tally?.notices).toEqual([]);
    expect(tally?.answers).toBeGreaterThan(20);
    expect(tally?.generations.length).toBeGreaterThan(1);
  }
  expect(one?.generations.at(-1)).toBe(two?.generations.at(-1));
});

it('lets one of two indexers work and tells the other who does', async () => {
  const indexDir = newIndexFolder();
  const first = startIndexing({ indexDir, delayMs: 800 });
  await untilEmbedding(indexDir);
  const second = startIndexing({ indexDir });
  expect(await second.ended).toBe(1);
  const { code, message } = JSON.parse(lastLine(second));
  expect(code).toBe('index_busy');
  expect(message).toContain(`process ${first.process.pid} on `);
  expect(await first.ended).toBe(0);
}, 20_000);

it('takes over from an indexer that was killed, and goes on where it was', async () => {
  const indexDir = newIndexFolder();
  const killed = startIndexing({ indexDir, delayMs: 800 });
  await untilEmbedding(indexDir);
  killed.process.kill('SIGKILL');
  expect(await killed.ended).toBe('SIGKILL');
  const next = startIndexing({ indexDir });
  expect(await next.ended, next.output()).toBe(0);
  expect(JSON.parse(lastLine(next)).changed).toBe(true);
});
