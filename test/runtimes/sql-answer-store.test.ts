import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqlAnswerStore } from '../../src/adapters/sql-answer-store.ts';
import { openSqliteDatabase } from '../../src/adapters/sqlite-database.ts';
import { record } from '../http/fake-pincite.ts';
import { answerStoreContract } from './answer-store.contract.ts';

let folder = '';
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pincite-answers-'));
});
afterAll(() => rm(folder, { recursive: true }));

const fresh = () => join(folder, `answers-${files++}.sqlite`);

answerStoreContract('answers in a SQLite file', async () => openSqliteDatabase(fresh(), 'wal'));

test('two connections to one file see each other’s answers', async () => {
  const path = fresh();
  const [one, other] = await Promise.all(
    [0, 1].map(() => openSqlAnswerStore(openSqliteDatabase(path, 'wal'))),
  );
  const ids = Array.from({ length: 20 }, (_, index) => `answer-${index}`);
  await Promise.all(
    ids.map((id, index) => {
      const store = index % 2 ? one : other;
      return store?.save({ ...record, answer: { ...record.answer, id } });
    }),
  );
  for (const id of ids) expect(await one?.find(id)).toMatchObject({ answer: { id } });
  await Promise.all([one?.close(), other?.close()]);
});

test('a full disk is named as such', async () => {
  const database = openSqliteDatabase(fresh(), 'wal');
  const store = await openSqlAnswerStore(database);
  await database.all('PRAGMA max_page_count = 20');
  const save = async () => {
    for (let index = 0; index < 100; index++) {
      await store.save({
        ...record,
        decision: 'x'.repeat(2000),
        answer: { ...record.answer, id: `${index}` },
      });
    }
  };
  await expect(save()).rejects.toMatchObject({ code: 'disk_full' });
  expect(await store.find('0')).not.toBeNull();
  await store.close();
});
