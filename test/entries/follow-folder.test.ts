import { mkdir, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import type { Job } from '../../src/corpus/report-changes.ts';
import { followFolder } from '../../src/entries/follow-folder.ts';
import { runIndexing } from '../../src/entries/run-indexing.ts';

/** A folder with an index of it, and how often an update was asked for. */
async function indexedFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'pincite-followed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const corpusDir = join(folder, 'corpus');
  await mkdir(corpusDir);
  await writeFile(join(corpusDir, 'quay.txt'), '1. The quay is long.\n');
  const settings = { EMBEDDER: 'none', CORPUS_DIR: corpusDir, INDEX_DIR: join(folder, 'index') };
  const config = parseConfig(settings);
  const { signal } = new AbortController();
  await runIndexing(config, { force: false, signal, onNotice: () => undefined, onProgress: () => undefined });
  return { config, corpusDir };
}

async function follow(config: Parameters<typeof followFolder>[0]) {
  const update = vi.fn<() => void>();
  const follower = await followFolder(config, update);
  onTestFinished(() => follower.close());
  return { follower, update };
}

const failed = (code: string) =>
  ({ kind: 'update', state: 'failed', problem: { code, message: 'It failed.' } }) as Job;

test('a file that came while the service started is asked for at once, old as it may say it is', async () => {
  const { config, corpusDir } = await indexedFolder();
  const late = join(corpusDir, 'pier.txt');
  await writeFile(late, '1. The pier is short.\n');
  await utimes(late, new Date(2010, 1), new Date(2010, 1));
  const { update } = await follow(config);
  expect(update).toHaveBeenCalledTimes(1);
});

test('a folder that has not changed since the index was made asks for nothing', async () => {
  const { config } = await indexedFolder();
  vi.useFakeTimers({ now: Date.now() + 3_600_000, toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  await runIndexing(config, {
    ...{ force: true, signal: new AbortController().signal },
    ...{ onNotice: () => undefined, onProgress: () => undefined },
  });
  const { update } = await follow(config);
  expect(update).not.toHaveBeenCalled();
});

test('an update that failed for what may pass is asked for again, one that somebody has to mend, or that ends with the server, is not', async () => {
  const { config } = await indexedFolder();
  const { follower, update } = await follow({ ...config, WATCH_CORPUS: false });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  follower.ended(failed('corpus_invalid'));
  follower.ended(failed('interrupted'));
  await vi.advanceTimersByTimeAsync(600_000);
  expect(update).not.toHaveBeenCalled();
  follower.ended(failed('disk_full'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(update).toHaveBeenCalledTimes(1);
  follower.close();
  follower.ended(failed('disk_full'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(update).toHaveBeenCalledTimes(1);
});
