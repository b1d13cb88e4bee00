import { copyFile, mkdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkIndex } from '../../src/adapters/check-index.ts';
import { openCurrent, openGeneration } from '../../src/adapters/generation-reader.ts';
import { watchGenerations } from '../../src/adapters/generation-watcher.ts';
import { seededRandom } from './seeded-random.ts';
import { currentFiles, indexEdition, newIndexFolder } from './small-index.ts';

type Damage = { name: string; make(file: string): Promise<void> };

const random = seededRandom(20_261_122);

const damages: Damage[] = [
  { name: 'empty', make: (file) => truncate(file, 0) },
  { name: 'one byte short', make: async (file) => truncate(file, (await readFile(file)).length - 1) },
  { name: 'half', make: async (file) => truncate(file, Math.floor((await readFile(file)).length / 2)) },
  { name: 'one byte longer', make: (file) => writeFile(file, 'x', { flag: 'a' }) },
  { name: 'missing', make: (file) => rm(file) },
  ...Array.from({ length: 5 }, (_, n) => ({ name: `one bit flipped (${n})`, make: flipOneBit })),
];

async function flipOneBit(file: string): Promise<void> {
  const bytes = await readFile(file);
  const place = Math.floor(random() * bytes.length);
  bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8));
  await writeFile(file, bytes);
}

it('refuses a generation with any damaged file, and serves the last good one', async () => {
  const indexDir = newIndexFolder();
  const before = await indexEdition(indexDir, 1);
  await indexEdition(indexDir, 2);
  const { folder, files } = await currentFiles(indexDir);
  expect(files).toHaveLength(5);
  const safe = join(newIndexFolder(), 'safe');
  await mkdir(safe);
  for (const file of files) await copyFile(join(folder, file), join(safe, file));
  for (const file of files) {
    for (const { name, make } of damages) {
      await make(join(folder, file));
      await expect(openGeneration(folder), `${file}, ${name}`).rejects.toMatchObject({
        code: 'index_damaged',
      });
      const notices: string[] = [];
      const options = { model: null, coordination: null, onNotice: (notice: string) => notices.push(notice) };
      const served = await openCurrent(indexDir, options);
      expect(served.id, `${file}, ${name}`).toBe(before.generation);
      expect(notices.join(), `${file}, ${name}`).toMatch(/pincite index/);
      await served.close();
      await copyFile(join(safe, file), join(folder, file));
    }
  }
  await (await openGeneration(folder)).close();
});

it('serves the newest generation when the pointer to it is damaged or gone', async () => {
  const indexDir = newIndexFolder();
  await indexEdition(indexDir, 1);
  const { generation } = await indexEdition(indexDir, 2);
  for (const content of ['', '../../elsewhere\n', generation.slice(0, -1), null]) {
    if (content === null) await rm(join(indexDir, 'CURRENT'));
    else await writeFile(join(indexDir, 'CURRENT'), content);
    const served = await openCurrent(indexDir, { model: null, coordination: null });
    expect(served.id).toBe(generation);
    await served.close();
  }
});

it('goes on answering from the last good generation when the open one is damaged underneath', async () => {
  const indexDir = newIndexFolder();
  const before = await indexEdition(indexDir, 1);
  const { generation } = await indexEdition(indexDir, 2);
  const notices: string[] = [];
  const watcher = await watchGenerations(indexDir, {
    model: null,
    onNotice: (notice) => notices.push(notice),
  });
  const request = await watcher.acquire();
  expect(request.generation.id).toBe(generation);
  const { folder } = await currentFiles(indexDir);
  await flipOneBit(join(folder, 'sentence-vectors.f32'));
  await watcher.check();
  const next = await watcher.acquire();
  expect(next.generation.id).toBe(before.generation);
  const hits = await next.generation.store.keywordSearch({ stems: ['visit'], match: 'any', limit: 3 });
  expect(hits).toHaveLength(3);
  expect(notices.join('\n')).toMatch(/sentence-vectors\.f32.*damaged/);
  const count = notices.length;
  await watcher.check();
  expect(notices).toHaveLength(count);
  request.release();
  next.release();
  await watcher.close();
});

it('builds anew when the generation in use is damaged, without embedding again', async () => {
  const indexDir = newIndexFolder();
  await indexEdition(indexDir, 1);
  const { folder, id } = await currentFiles(indexDir);
  await flipOneBit(join(folder, 'paragraphs.sqlite'));
  const mended = await indexEdition(indexDir, 1);
  expect(mended).toMatchObject({ changed: true, embedded: 0 });
  expect(mended.generation).not.toBe(id);
  await (await openCurrent(indexDir, { model: null, coordination: null })).close();
});

it('is told file by file by the check', async () => {
  const indexDir = newIndexFolder();
  await indexEdition(indexDir, 1);
  await indexEdition(indexDir, 2);
  const { folder, id } = await currentFiles(indexDir);
  await truncate(join(folder, 'paragraph-vectors.f32'), 10);
  const [newest, previous] = await checkIndex(indexDir);
  expect(newest).toMatchObject({ id, current: true, good: false });
  const problems = newest?.files.filter(({ problem }) => problem).map(({ file }) => file);
  expect(problems).toEqual(['paragraph-vectors.f32']);
  expect(previous).toMatchObject({ current: false, good: true });
});
