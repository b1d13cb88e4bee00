import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { EmbeddingModel } from '../index/embedder.ts';
import type { EmbeddingCache } from '../index/embedding-cache.ts';
import type { SqlDatabase } from '../index/sql-database.ts';
import { asDiskFull } from './disk-full.ts';
import { openSqliteDatabase } from './sqlite-database.ts';

/** An embedding cache in a file, which forgets what no kept generation needs. */
export interface SqliteEmbeddingCache extends EmbeddingCache {
  /** Ends a run that led to a new generation: vectors that neither it nor the run before used are dropped. */
  prune(): Promise<void>;
  close(): Promise<void>;
}

const tables = [
  'CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL)',
  'INSERT OR IGNORE INTO runs VALUES (1, 1)',
  `CREATE TABLE IF NOT EXISTS vectors (
    key BLOB PRIMARY KEY, vector BLOB NOT NULL, crc INTEGER NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID`,
  'CREATE INDEX IF NOT EXISTS vectors_by_use ON vectors (used)',
];

/**
 * Opens `embeddings.sqlite` in the index folder. A damaged one is thrown away, with a notice: everything in it can be
 * made again. Only who holds the index lock may have it open. Throws AppError `disk_full`.
 */
export async function openEmbeddingCache(
  indexDir: string,
  onNotice: (notice: string) => void,
): Promise<SqliteEmbeddingCache> {
  const file = join(indexDir, 'embeddings.sqlite');
  try {
    return await openFile(file, indexDir);
  } catch (error) {
    if (asDiskFull(error, indexDir) !== error) throw asDiskFull(error, indexDir);
    onNotice(`${file} is damaged and was thrown away; every paragraph is embedded again.`);
    for (const ending of ['', '-wal', '-shm']) await rm(`${file}${ending}`, { force: true });
    return openFile(file, indexDir);
  }
}

async function openFile(file: string, indexDir: string): Promise<SqliteEmbeddingCache> {
  const database = openSqliteDatabase(file, 'wal');
  try {
    const [check] = await database.all<{ quick_check: string }>('PRAGMA quick_check(1)');
    if (check?.quick_check !== 'ok') throw new Error(check?.quick_check ?? 'no answer to the check');
    await database.batch(tables.map((sql) => ({ sql })));
    const [run] = await database.all<{ number: number }>('SELECT number FROM runs');
    return createCache(database, { run: run?.number ?? 1, indexDir });
  } catch (error) {
    await database.close();
    throw error;
  }
}

function createCache(
  database: SqlDatabase,
  { run, indexDir }: { run: number; indexDir: string },
): SqliteEmbeddingCache {
  const guarded = async <Result>(work: Promise<Result>): Promise<Result> => {
    return work.catch((error) => {
      throw asDiskFull(error, indexDir);
    });
  };
  return {
    async find(model, texts) {
      const found: (Float32Array | null)[] = [];
      const touched: Uint8Array[] = [];
      for (const text of texts) {
        const key = keyOf(model, text);
        const [row] = await database.all<VectorRow>('SELECT vector, crc, used FROM vectors WHERE key = ?', [
          key,
        ]);
        const vector = row ? vectorOf(row, model.dimensions) : null;
        if (vector && row?.used !== run) touched.push(key);
        found.push(vector);
      }
      const sql = 'UPDATE vectors SET used = ? WHERE key = ?';
      if (touched.length > 0) {
        await guarded(database.batch(touched.map((key) => ({ sql, parameters: [run, key] }))));
      }
      return found;
    },
    async save(model, texts, vectors) {
      const statements = texts.map((text, place) => {
        const bytes = bytesOf(vectors[place] ?? new Float32Array());
        const parameters = [keyOf(model, text), bytes, crc32(bytes), run];
        return { sql: 'INSERT OR REPLACE INTO vectors VALUES (?, ?, ?, ?)', parameters };
      });
      if (statements.length > 0) await guarded(database.batch(statements));
    },
    async prune() {
      await guarded(
        database.batch([
          { sql: 'DELETE FROM vectors WHERE used < ?', parameters: [run - 1] },
          { sql: 'UPDATE runs SET number = ?', parameters: [run + 1] },
        ]),
      );
    },
    close: () => database.close(),
  };
}

interface VectorRow {
  vector: Uint8Array;
  crc: number;
  used: number;
}

function keyOf(model: EmbeddingModel, text: string): Uint8Array {
  return createHash('sha256').update(`${model.sha256}\n${model.dimensions}\n${text}`).digest();
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
}

/** Null when the bytes are not what was saved: the text is then embedded again. */
function vectorOf({ vector, crc }: VectorRow, dimensions: number): Float32Array | null {
  if (vector.byteLength !== dimensions * Float32Array.BYTES_PER_ELEMENT || crc32(vector) !== crc) return null;
  return new Float32Array(vector.slice().buffer);
}
