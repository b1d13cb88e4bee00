import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sealOf } from '../../src/adapters/generation-files.ts';
import { openCurrent } from '../../src/adapters/generation-reader.ts';
import { watchGenerations } from '../../src/adapters/generation-watcher.ts';
import { fakeEmbedder } from '../index/sample-reports.ts';
import { currentFiles, indexEdition, newIndexFolder } from './small-index.ts';

const { model } = fakeEmbedder();
const other = fakeEmbedder({ name: 'other', dimensions: 8 });

async function pretendOtherSchema(folder: string): Promise<void> {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
  const text = JSON.stringify({ ...manifest, schema: 99 });
  await writeFile(join(folder, 'manifest.json'), text);
  await writeFile(join(folder, 'manifest.sha256'), sealOf(text));
}

it('refuses an index of another model and names both', async () => {
  const indexDir = newIndexFolder();
  await indexEdition(indexDir, 1, { embedder: other });
  const opening = openCurrent(indexDir, { model, coordination: null });
  await expect(opening).rejects.toMatchObject({
    code: 'index_mismatch',
    message: expect.stringMatching(/other.*fake/),
  });
});

it('refuses an index of another schema and tells what to do; indexing again mends it', async () => {
  const indexDir = newIndexFolder();
  await indexEdition(indexDir, 1);
  await pretendOtherSchema((await currentFiles(indexDir)).folder);
  const opening = openCurrent(indexDir, { model, coordination: null });
  await expect(opening).rejects.toMatchObject({
    code: 'index_mismatch',
    message: expect.stringMatching(/schema 99/),
  });
  expect(await indexEdition(indexDir, 1)).toMatchObject({ changed: true });
  await (await openCurrent(indexDir, { model, coordination: null })).close();
});

it('keeps serving when a new index is another model’s', async () => {
  const indexDir = newIndexFolder();
  const { generation } = await indexEdition(indexDir, 1);
  const notices: string[] = [];
  const watcher = await watchGenerations(indexDir, { model, onNotice: (notice) => notices.push(notice) });
  await indexEdition(indexDir, 1, { embedder: other });
  await watcher.check();
  const request = await watcher.acquire();
  expect(request.generation.id).toBe(generation);
  expect(notices).toEqual([expect.stringMatching(/built with the model other/)]);
  request.release();
  await watcher.close();
});

it('answers by keywords from an index without vectors, and adds them once there is a model', async () => {
  const indexDir = newIndexFolder();
  await indexEdition(indexDir, 1, { embedder: null });
  const bare = await openCurrent(indexDir, { model, coordination: null });
  expect(bare.vectors).toBeNull();
  expect(await bare.store.keywordSearch({ stems: ['visit'], match: 'any', limit: 2 })).toHaveLength(2);
  await bare.close();
  expect(await indexEdition(indexDir, 1)).toMatchObject({ changed: true });
  expect(await indexEdition(indexDir, 1, { embedder: null })).toMatchObject({ changed: false });
  const full = await openCurrent(indexDir, { model: null, coordination: null });
  expect(full.vectors?.sentences.size).toBe(80);
  await full.close();
});

it('says that there is no index where there is none', async () => {
  const opening = watchGenerations(newIndexFolder(), { model });
  await expect(opening).rejects.toMatchObject({ code: 'index_missing' });
});
