import { access, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generationFolder } from '../../src/adapters/generation-folder.ts';
import { watchGenerations } from '../../src/adapters/generation-watcher.ts';
import { currentFiles, indexEdition, newIndexFolder } from '../faults/small-index.ts';

const search = { stems: ['visit'], match: 'any', limit: 1 } as const;

it('hands out a new generation without pulling the old one from under a request', async () => {
  const indexDir = newIndexFolder();
  const first = await indexEdition(indexDir, 1);
  const watcher = await watchGenerations(indexDir, { model: null });
  const before = await watcher.acquire();
  const second = await indexEdition(indexDir, 2);
  await watcher.check();
  const after = await watcher.acquire();
  expect([before.generation.id, after.generation.id]).toEqual([first.generation, second.generation]);
  expect(await before.generation.store.keywordSearch(search)).toHaveLength(1);
  before.release();
  before.release();
  await expect.poll(() => before.generation.store.keywordSearch(search).catch(() => 'closed')).toBe('closed');
  expect(await after.generation.store.keywordSearch(search)).toHaveLength(1);
  after.release();
  await watcher.close();
});

it('notices a new generation by itself', async () => {
  const indexDir = newIndexFolder();
  await indexEdition(indexDir, 1);
  const watcher = await watchGenerations(indexDir, { model: null, pollMs: 20 });
  const { generation } = await indexEdition(indexDir, 2);
  const served = async () => {
    const request = await watcher.acquire();
    request.release();
    return request.generation.id;
  };
  await expect.poll(served).toBe(generation);
  await watcher.close();
});

it('keeps the generation of a long request from being removed, whatever is indexed meanwhile', async () => {
  const indexDir = newIndexFolder();
  const first = await indexEdition(indexDir, 1);
  const watcher = await watchGenerations(indexDir, { model: null });
  const request = await watcher.acquire();
  for (const edition of [2, 3, 4]) {
    await indexEdition(indexDir, edition);
    await watcher.check();
  }
  await access(generationFolder(indexDir, first.generation));
  expect(await request.generation.store.paragraphsAt([0])).toHaveLength(1);
  request.release();
  await watcher.close();
  await indexEdition(indexDir, 5);
  await expect(access(generationFolder(indexDir, first.generation))).rejects.toThrow(/ENOENT/);
});

it('keeps the old generation when the new one is bad, and says so once', async () => {
  const indexDir = newIndexFolder();
  const first = await indexEdition(indexDir, 1);
  const notices: string[] = [];
  const watcher = await watchGenerations(indexDir, {
    model: null,
    onNotice: (notice) => notices.push(notice),
  });
  await indexEdition(indexDir, 2);
  await rm(join((await currentFiles(indexDir)).folder, 'sentence-vectors.f32'));
  await watcher.check();
  await watcher.check();
  const request = await watcher.acquire();
  expect(request.generation.id).toBe(first.generation);
  expect(notices).toEqual([
    expect.stringMatching(/new index was not taken.*sentence-vectors\.f32 is missing/),
  ]);
  request.release();
  await watcher.close();
});

it('is not put off by files that were only touched', async () => {
  const indexDir = newIndexFolder();
  const { generation } = await indexEdition(indexDir, 1);
  const notices: string[] = [];
  const watcher = await watchGenerations(indexDir, {
    model: null,
    onNotice: (notice) => notices.push(notice),
  });
  const { folder } = await currentFiles(indexDir);
  await utimes(join(folder, 'paragraphs.sqlite'), new Date(), new Date(0));
  await watcher.check();
  const request = await watcher.acquire();
  expect(request.generation.id).toBe(generation);
  expect(await request.generation.store.keywordSearch(search)).toHaveLength(1);
  expect(notices).toEqual([]);
  request.release();
  await watcher.close();
});

it('says in plain words when the only generation is damaged', async () => {
  const indexDir = newIndexFolder();
  await indexEdition(indexDir, 1);
  await rm(join((await currentFiles(indexDir)).folder, 'paragraphs.sqlite'));
  await expect(watchGenerations(indexDir, { model: null })).rejects.toMatchObject({
    code: 'index_damaged',
    message: expect.stringMatching(/paragraphs\.sqlite is missing\. Run: pincite index/),
  });
});
