import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openSqliteDatabase } from '../../src/adapters/sqlite-database.ts';
import { describeParagraphStore } from '../index/paragraph-store.contract.ts';

const newFile = () => join(mkdtempSync(join(tmpdir(), 'pincite-')), 'database.sqlite');

describeParagraphStore('the paragraph store on SQLite of Node', () =>
  openSqliteDatabase(newFile(), 'building'),
);

it('runs a batch as a whole or not at all', async () => {
  const database = openSqliteDatabase(newFile(), 'wal');
  await database.run('CREATE TABLE numbers (n INTEGER PRIMARY KEY)');
  const insert = (n: number) => ({ sql: 'INSERT INTO numbers VALUES (?)', parameters: [n] });
  await expect(database.batch([insert(1), insert(2), insert(1)])).rejects.toThrow(/UNIQUE/);
  expect(await database.all('SELECT * FROM numbers')).toEqual([]);
  await database.batch([insert(1)]);
  expect(await database.run('DELETE FROM numbers')).toBe(1);
  await database.close();
});

it('cannot write a file that is open as immutable', async () => {
  const file = newFile();
  const first = openSqliteDatabase(file, 'building');
  await first.run('CREATE TABLE numbers (n INTEGER)');
  await first.close();
  const database = openSqliteDatabase(file, 'immutable');
  await expect(database.run('INSERT INTO numbers VALUES (1)')).rejects.toThrow(/readonly/);
  await database.close();
});
