import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { IndexCoordination } from '../../src/adapters/index-coordination.ts';
import { staleMs, thisProcess } from '../../src/adapters/process-identity.ts';
import { openSqliteDatabase } from '../../src/adapters/sqlite-database.ts';

async function openTwo() {
  const folder = mkdtempSync(join(tmpdir(), 'pincite-'));
  const one = await IndexCoordination.open(folder);
  const two = await IndexCoordination.open(folder);
  onTestFinished(async () => {
    await Promise.all([one.close(), two.close()]);
    await rm(folder, { recursive: true });
  });
  return { folder, one, two };
}

/** Makes the holder of every row another process, or one that was not heard of for a while. */
async function rewrite(folder: string, table: string, change: string): Promise<void> {
  const database = openSqliteDatabase(join(folder, 'coordination.sqlite'), 'wal');
  expect(await database.run(`UPDATE ${table} SET ${change}`)).toBeGreaterThan(0);
  await database.close();
}

const goneProcess = () => spawnSync(process.execPath, ['-e', '']).pid;

it('gives the lock to one at a time and names who has it', async () => {
  const { one, two } = await openTwo();
  const lock = await one.lock();
  await expect(two.lock()).rejects.toMatchObject({
    code: 'index_busy',
    message: expect.stringContaining(`process ${process.pid} on ${thisProcess.host} since 2`),
  });
  await lock.release();
  await (await two.lock()).release();
});

it.each([
  ['its process is gone from this host', () => `process = ${goneProcess()}`],
  ['it was not heard of for half a minute', () => `beat = ${Date.now() - staleMs - 1}, host = 'elsewhere'`],
  ['its process’s number was given to this one', () => 'started = started - 5000'],
])('takes the lock over when %s, and the old holder learns of it', async (_, change) => {
  const { folder, one, two } = await openTwo();
  const old = await one.lock();
  await rewrite(folder, 'index_lock', change());
  const lock = await two.lock();
  await lock.assertHeld();
  await expect(old.assertHeld()).rejects.toMatchObject({ code: 'index_busy' });
  await old.release();
  await lock.assertHeld();
});

it.each([
  ['a living process of this host', () => `process = ${process.ppid}`],
  ['a process of another host that was heard of', () => `process = ${goneProcess()}, host = 'elsewhere'`],
])('leaves the lock to %s', async (_, change) => {
  const { folder, one, two } = await openTwo();
  await one.lock();
  await rewrite(folder, 'index_lock', change());
  await expect(two.lock()).rejects.toMatchObject({ code: 'index_busy' });
});

it('gives a stale lock to one of several who want it at once', async () => {
  const { folder, one, two } = await openTwo();
  await one.lock();
  await rewrite(folder, 'index_lock', `process = ${goneProcess()}`);
  const tries = await Promise.allSettled([one.lock(), two.lock(), one.lock(), two.lock()]);
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

it('removes a generation only when nobody holds it', async () => {
  const { one, two } = await openTwo();
  let removed = 0;
  const remove = () => one.removeUnlessHeld('g', async () => void removed++);
  const releases = [await one.hold('g'), await two.hold('g')];
  expect(await remove()).toBe(false);
  await releases[0]?.();
  expect(await remove()).toBe(false);
  await releases[1]?.();
  expect(await remove()).toBe(true);
  expect(removed).toBe(1);
});

it('does not wait for a holder that is gone', async () => {
  const { folder, one, two } = await openTwo();
  await one.hold('g');
  await rewrite(folder, 'holds', `process = ${goneProcess()}`);
  expect(await two.removeUnlessHeld('g', async () => undefined)).toBe(true);
});

it('lets nobody take hold of what is being removed', async () => {
  const { one, two } = await openTwo();
  await one.removeUnlessHeld('g', async () => {
    expect(await two.hold('g')).toBeNull();
  });
  expect(await two.hold('g')).not.toBeNull();
});
