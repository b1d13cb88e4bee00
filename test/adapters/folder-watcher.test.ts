import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { watchFolder } from '../../src/adapters/folder-watcher.ts';

async function watched(prepare?: (folder: string) => Promise<void>) {
  const folder = await mkdtemp(join(tmpdir(), 'pincite-watched-'));
  await prepare?.(folder);
  const told = { changes: 0 };
  const onChange = () => {
    told.changes++;
  };
  const watcher = await watchFolder(folder, { pollMs: 40, onChange });
  onTestFinished(async () => {
    watcher.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { folder, told };
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('a file that is put in, changed or taken out is told once each', async () => {
  const { folder, told } = await watched();
  await writeFile(join(folder, 'a.txt'), 'one');
  await expect.poll(() => told.changes).toBe(1);
  await writeFile(join(folder, 'a.txt'), 'other words');
  await expect.poll(() => told.changes).toBe(2);
  await rm(join(folder, 'a.txt'));
  await expect.poll(() => told.changes).toBe(3);
  await wait(200);
  expect(told.changes).toBe(3);
});

test('a file that is still being copied is left to come to rest', async () => {
  const { folder, told } = await watched();
  let copying = true;
  const copied = (async () => {
    while (copying) {
      await appendFile(join(folder, 'large.txt'), 'more ');
      await wait(5);
    }
  })();
  await wait(400);
  expect(told.changes).toBe(0);
  copying = false;
  await copied;
  await expect.poll(() => told.changes).toBe(1);
});

test('what was there before, and hidden files, are no change', async () => {
  const { folder, told } = await watched((path) => writeFile(join(path, 'a.txt'), 'one'));
  await writeFile(join(folder, '.hidden'), 'words');
  await wait(250);
  expect(told.changes).toBe(0);
});
