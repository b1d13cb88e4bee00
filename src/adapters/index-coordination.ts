import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import type { SqlDatabase } from '../index/sql-database.ts';
import { asDiskFull } from './disk-full.ts';
import { beatMs, isStale, type ProcessIdentity, thisProcess } from './process-identity.ts';
import { openSqliteDatabase } from './sqlite-database.ts';

/** The right to change an index. `signal` is aborted if another process took it over (this one was not heard of). */
export interface IndexLock {
  readonly signal: AbortSignal;
  /** Throws AppError `index_busy` when the lock is no longer ours. */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

type Holder = ProcessIdentity & { token: string; beat: number; since: number };

const tables = [
  `CREATE TABLE IF NOT EXISTS index_lock (
    id INTEGER PRIMARY KEY CHECK (id = 1), token TEXT NOT NULL, process INTEGER NOT NULL, host TEXT NOT NULL,
    started INTEGER NOT NULL, since INTEGER NOT NULL, beat INTEGER NOT NULL)`,
  `CREATE TABLE IF NOT EXISTS holds (
    token TEXT PRIMARY KEY, generation TEXT NOT NULL, process INTEGER NOT NULL, host TEXT NOT NULL,
    started INTEGER NOT NULL, since INTEGER NOT NULL, beat INTEGER NOT NULL)`,
  'CREATE TABLE IF NOT EXISTS removals (generation TEXT PRIMARY KEY)',
];

/**
 * What the processes that share an index folder tell each other: who changes it, and who reads which generation.
 * Every step is one statement, so that no process can come in between.
 */
export class IndexCoordination {
  readonly #database: SqlDatabase;
  readonly #beats = new Map<string, { table: 'index_lock' | 'holds'; lost: () => void }>();
  readonly #timer: NodeJS.Timeout;

  private constructor(database: SqlDatabase) {
    this.#database = database;
    this.#timer = setInterval(() => void this.#beat(), beatMs);
    this.#timer.unref();
  }

  /** Throws AppError `disk_full`, or SQLite's error where the folder cannot be written. */
  static async open(indexDir: string): Promise<IndexCoordination> {
    try {
      await mkdir(indexDir, { recursive: true });
      const database = openSqliteDatabase(join(indexDir, 'coordination.sqlite'), 'wal');
      await database.batch(tables.map((sql) => ({ sql })));
      return new IndexCoordination(database);
    } catch (error) {
      throw asDiskFull(error, indexDir);
    }
  }

  /** Takes the right to change the index, also from a process that is gone. Throws AppError `index_busy`. */
  async lock(): Promise<IndexLock> {
    const token = randomUUID();
    const [holder] = await this.#database.all<Holder>('SELECT * FROM index_lock');
    if (holder && !isStale(holder, Date.now())) throw busy(holder);
    const taken = await this.#database.run(
      `INSERT INTO index_lock VALUES (1, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
        token = excluded.token, process = excluded.process, host = excluded.host, started = excluded.started,
        since = excluded.since, beat = excluded.beat WHERE token = ?`,
      [...identify(token), holder?.token ?? ''],
    );
    if (taken === 0) throw busy((await this.#database.all<Holder>('SELECT * FROM index_lock'))[0]);
    const lost = new AbortController();
    const takenOver = new AppError(
      'index_busy',
      'Another process took over the index: this one was not heard of for half a minute.',
    );
    this.#beats.set(token, { table: 'index_lock', lost: () => lost.abort(takenOver) });
    return {
      signal: lost.signal,
      assertHeld: async () => {
        const [now] = await this.#database.all<Holder>('SELECT * FROM index_lock');
        if (now?.token !== token) throw takenOver;
      },
      release: () => this.#release('index_lock', token),
    };
  }

  /** Keeps a generation from being removed until released; null when it is being removed already. */
  async hold(generation: string): Promise<(() => Promise<void>) | null> {
    const token = randomUUID();
    const [, ...identity] = identify(token);
    const held = await this.#database.run(
      `INSERT INTO holds SELECT ?, ?, ?, ?, ?, ?, ?
        WHERE NOT EXISTS (SELECT 1 FROM removals WHERE generation = ?)`,
      [token, generation, ...identity, generation],
    );
    if (held === 0) return null;
    this.#beats.set(token, { table: 'holds', lost: () => undefined });
    return () => this.#release('holds', token);
  }

  /** Runs `remove` unless a living process holds the generation; tells whether it ran. */
  async removeUnlessHeld(generation: string, remove: () => Promise<void>): Promise<boolean> {
    const holders = await this.#database.all<Holder>('SELECT * FROM holds WHERE generation = ?', [
      generation,
    ]);
    for (const holder of holders) {
      if (!isStale(holder, Date.now())) return false;
      await this.#database.run('DELETE FROM holds WHERE token = ?', [holder.token]);
    }
    const marked = await this.#database.run(
      `INSERT OR IGNORE INTO removals SELECT ? WHERE NOT EXISTS (SELECT 1 FROM holds WHERE generation = ?)`,
      [generation, generation],
    );
    if (marked === 0) return false;
    try {
      await remove();
    } finally {
      await this.#database.run('DELETE FROM removals WHERE generation = ?', [generation]);
    }
    return true;
  }

  /** Forgets removals that a killed process began; only for who holds the lock. */
  async forgetRemovals(): Promise<void> {
    await this.#database.run('DELETE FROM removals');
  }

  /** Releases everything that this object still holds. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const [token, { table }] of this.#beats) await this.#release(table, token);
    await this.#database.close();
  }

  async #release(table: 'index_lock' | 'holds', token: string): Promise<void> {
    if (!this.#beats.delete(token)) return;
    // A row that cannot be deleted (a full disk) goes stale by itself.
    await this.#database.run(`DELETE FROM ${table} WHERE token = ?`, [token]).catch(() => 0);
  }

  async #beat(): Promise<void> {
    for (const [token, { table, lost }] of this.#beats) {
      // A beat that cannot be written is only missed; the next may succeed.
      const sql = `UPDATE ${table} SET beat = ? WHERE token = ?`;
      const beaten = await this.#database.run(sql, [Date.now(), token]).catch(() => 1);
      if (beaten === 0) lost();
    }
  }
}

function identify(token: string): [string, number, string, number, number, number] {
  const now = Date.now();
  return [token, thisProcess.process, thisProcess.host, thisProcess.started, now, now];
}

function busy(holder: Holder | undefined): AppError {
  const who = holder
    ? `process ${holder.process} on ${holder.host} since ${new Date(holder.since).toISOString()}`
    : 'another process';
  return new AppError(
    'index_busy',
    `The index is being changed by ${who}. Wait until it is done, then try again.`,
  );
}
