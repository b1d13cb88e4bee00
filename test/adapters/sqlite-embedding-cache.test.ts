import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../src/adapters/sqlite-database.ts';
import { openEmbeddingCache } from '../../src/adapters/sqlite-embedding-cache.ts';

const model = { name: 'fake', sha256: 'f'.repeat(64), dimensions: 2 };
const vector = Float32Array.of(0.6, 0.8);
const newFolder = () => mkdtempSync(join(tmpdir(), 'pincite-'));
const noNotice = (notice: string) => expect.unreachable(notice);

it('gives back what was saved, also to the next process, and nothing of another model', async () => {
  const folder = newFolder();
  const first = await openEmbeddingCache(folder, noNotice);
  await first.save(model, ['one'], [vector]);
  await first.close();
  const second = await openEmbeddingCache(folder, noNotice);
  expect(await second.find(model, ['two', 'one'])).toEqual([null, vector]);
  expect(await second.find({ ...model, sha256: '0'.repeat(64) }, ['one'])).toEqual([null]);
  await second.close();
});

it('forgets a vector whose bytes changed', async () => {
  const folder = newFolder();
  const cache = await openEmbeddingCache(folder, noNotice);
  await cache.save(model, ['one', 'two'], [vector, vector]);
  const database = openSqliteDatabase(join(folder, 'embeddings.sqlite'), 'wal');
  const [first] = await database.all<{ key: Uint8Array }>('SELECT key FROM vectors LIMIT 1');
  const sql = "UPDATE vectors SET vector = x'0000803f00000000' WHERE key = ?";
  expect(await database.run(sql, [first?.key ?? null])).toBe(1);
  await database.close();
  const found = await cache.find(model, ['one', 'two']);
  expect(found.filter(Boolean)).toHaveLength(1);
  await cache.close();
});

it('throws a damaged file away, says so and goes on', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'embeddings.sqlite'), 'this is no database, '.repeat(500));
  const notices: string[] = [];
  const cache = await openEmbeddingCache(folder, (notice) => notices.push(notice));
  expect(notices.join()).toMatch(/embeddings\.sqlite is damaged/);
  await cache.save(model, ['one'], [vector]);
  expect(await cache.find(model, ['one'])).toEqual([vector]);
  await cache.close();
});

it('keeps what the last two finished runs used and drops the rest', async () => {
  const folder = newFolder();
  const run = async (texts: string[], finished = true) => {
    const cache = await openEmbeddingCache(folder, noNotice);
    const known = await cache.find(model, texts);
    const missing = texts.filter((_, place) => !known[place]);
    await cache.save(
      model,
      missing,
      missing.map(() => vector),
    );
    if (finished) await cache.prune();
    await cache.close();
    return missing;
  };
  expect(await run(['a', 'b'])).toEqual(['a', 'b']);
  expect(await run(['b', 'c'], false)).toEqual(['c']);
  expect(await run(['b', 'c'])).toEqual([]);
  expect(await run(['c'])).toEqual([]);
  expect(await run(['a', 'b', 'c'])).toEqual(['a']);
});
