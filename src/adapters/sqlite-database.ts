import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import type { SqlDatabase, SqlValue } from '../index/sql-database.ts';

const busyTimeoutMs = 5_000;
const keptStatements = 64;

/**
 * Opens a SQLite file of Node's own engine. `immutable` reads a file that nobody will ever write again: no locks, no
 * journal, works on a read-only disk. `wal` is for state that several processes share. `building` trades safety in a
 * crash for speed: for a file that counts only after it was synced and checked.
 */
export function openSqliteDatabase(path: string, mode: 'immutable' | 'wal' | 'building'): SqlDatabase {
  const database = connect(path, mode);
  const statements = new StatementCache(database);
  return {
    async all<Row>(sql: string, parameters: readonly SqlValue[] = []) {
      return statements.of(sql).all(...parameters) as Row[];
    },
    async run(sql, parameters = []) {
      return Number(statements.of(sql).run(...parameters).changes);
    },
    async batch(list) {
      database.exec('BEGIN IMMEDIATE');
      try {
        for (const { sql, parameters = [] } of list) statements.of(sql).run(...parameters);
        database.exec('COMMIT');
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    },
    async close() {
      statements.clear();
      if (database.isOpen) database.close();
    },
  };
}

function connect(path: string, mode: 'immutable' | 'wal' | 'building'): DatabaseSync {
  if (mode === 'immutable') {
    const address = pathToFileURL(path);
    address.searchParams.set('immutable', '1');
    return new DatabaseSync(address, { readOnly: true });
  }
  const database = new DatabaseSync(path, { timeout: busyTimeoutMs });
  try {
    database.exec(
      mode === 'wal'
        ? 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL'
        : 'PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY',
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Prepared statements by their text; the one that was not used for longest goes first. */
class StatementCache {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  of(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.delete(sql);
    this.#statements.set(sql, statement);
    const [oldest] = this.#statements.keys();
    if (this.#statements.size > keptStatements && oldest !== undefined) this.#statements.delete(oldest);
    return statement;
  }

  clear(): void {
    this.#statements.clear();
  }
}
