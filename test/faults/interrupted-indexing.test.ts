import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { asDiskFull } from '../../src/adapters/disk-full.ts';
import { openCurrent } from '../../src/adapters/generation-reader.ts';
import { updateIndex } from '../../src/entries/update-index.ts';
import { AppError } from '../../src/errors.ts';
import { fakeEmbedder } from '../index/sample-reports.ts';
import { currentFiles, indexEdition, newIndexFolder, smallCorpus } from './small-index.ts';

/** A model that is taken away after some batches. */
function failingEmbedder(goodBatches: number) {
  let batches = 0;
  return fakeEmbedder({
    beforeBatch() {
      if (++batches > goodBatches)
        throw new AppError('embedding_failed', 'The model is gone; install it again.');
    },
  });
}

it('leaves the index in use alone when the model goes away half-way, and goes on from there', async () => {
  const indexDir = newIndexFolder();
  const { generation } = await indexEdition(indexDir, 1);
  const large = smallCorpus(2, 400);
  const options = { indexDir, version: '1' };
  await expect(updateIndex(large, { ...options, embedder: failingEmbedder(2) })).rejects.toMatchObject({
    code: 'embedding_failed',
  });
  expect((await currentFiles(indexDir)).id).toBe(generation);
  const names = await readdir(join(indexDir, 'generations'));
  expect(names).toEqual([generation]);
  const embedder = fakeEmbedder();
  const result = await updateIndex(large, { ...options, embedder });
  expect(result.reused).toBeGreaterThanOrEqual(512);
  expect(result.embedded + result.reused).toBe(1600);
  expect(embedder.embedded).toBe(result.embedded);
});

it('stops when told to, says so, and leaves the index in use alone', async () => {
  const indexDir = newIndexFolder();
  const { generation } = await indexEdition(indexDir, 1);
  const stop = new AbortController();
  const embedder = fakeEmbedder({ beforeBatch: () => stop.abort() });
  const indexing = updateIndex(smallCorpus(2, 400), {
    indexDir,
    embedder,
    version: '1',
    signal: stop.signal,
  });
  await expect(indexing).rejects.toMatchObject({ code: 'interrupted' });
  expect((await currentFiles(indexDir)).id).toBe(generation);
});

it('removes what a killed indexer left', async () => {
  const indexDir = newIndexFolder();
  const leftovers = ['building-20260101t000000000z-000000', 'removing-20260101t000000000z-000000'];
  for (const name of leftovers) {
    await mkdir(join(indexDir, 'generations', name), { recursive: true });
    await writeFile(join(indexDir, 'generations', name, 'paragraphs.sqlite'), 'half of it');
  }
  const { generation } = await indexEdition(indexDir, 1);
  expect(await readdir(join(indexDir, 'generations'))).toEqual([generation]);
});

it('does nothing when nothing changed, and embeds only what did', async () => {
  const indexDir = newIndexFolder();
  const first = await indexEdition(indexDir, 1);
  expect(await indexEdition(indexDir, 1)).toMatchObject({ changed: false, generation: first.generation });
  expect(await indexEdition(indexDir, 1, { force: true })).toMatchObject({ changed: true, embedded: 0 });
  expect(await indexEdition(indexDir, 1, { version: '2' })).toMatchObject({ changed: true, embedded: 0 });
  expect(await indexEdition(indexDir, 2)).toMatchObject({ changed: true });
});

it('keeps the previous generation and removes older ones', async () => {
  const indexDir = newIndexFolder();
  const ids = [];
  for (const edition of [1, 2, 3, 4]) ids.push((await indexEdition(indexDir, edition)).generation);
  expect((await readdir(join(indexDir, 'generations'))).toSorted()).toEqual(ids.slice(2));
});

it('calls a full disk a full disk', () => {
  const errors = [
    Object.assign(new Error('write'), { code: 'ENOSPC' }),
    Object.assign(new Error('database or disk is full'), { code: 'ERR_SQLITE_ERROR', errcode: 13 }),
  ];
  for (const error of errors)
    expect(asDiskFull(error, 'indexes')).toMatchObject({ code: 'disk_full', cause: error });
  const other = new Error('something else');
  expect(asDiskFull(other, 'indexes')).toBe(other);
});

it('opens what it built as a reader of another process would', async () => {
  const indexDir = newIndexFolder();
  await indexEdition(indexDir, 3);
  const generation = await openCurrent(indexDir, { model: fakeEmbedder().model, coordination: null });
  const question = await fakeEmbedder().embedQuestion('Ambridge. Visit 7 of edition 3 was on time.');
  const [best] = (await generation.vectors?.sentences.search(question, 1)) ?? [];
  const [row] = await generation.store.paragraphRowsOf([best?.row ?? -1]);
  expect((await generation.store.paragraphsAt([row ?? -1]))[0]?.text).toBe(
    'Visit 7 of edition 3 was on time.',
  );
  await generation.close();
});
