import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { asDiskFull } from '../adapters/disk-full.ts';
import { openSqlAnswerStore, type SqlAnswerStore } from '../adapters/sql-answer-store.ts';
import { openSqliteDatabase } from '../adapters/sqlite-database.ts';
import type { Config } from '../config.ts';
import { stateFolder } from './state-folder.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;

/**
 * Opens the kept answers of a host; several processes may have them open at once. Where the settings limit their age,
 * older ones are deleted now and every hour. Throws AppError `disk_full`.
 */
export async function openAnswers(
  config: Pick<Config, 'ANSWER_RETENTION_DAYS' | 'INDEX_DIR' | 'STATE_DIR'>,
  onNotice: (line: string) => void,
): Promise<SqlAnswerStore> {
  const folder = stateFolder(config);
  try {
    await mkdir(folder, { recursive: true });
    const store = await openSqlAnswerStore(openSqliteDatabase(join(folder, 'answers.sqlite'), 'wal'));
    return config.ANSWER_RETENTION_DAYS > 0
      ? forgetful(store, config.ANSWER_RETENTION_DAYS, onNotice)
      : store;
  } catch (error) {
    throw asDiskFull(error, folder);
  }
}

function forgetful(store: SqlAnswerStore, days: number, onNotice: (line: string) => void): SqlAnswerStore {
  const forget = () =>
    store.deleteOlderThan(new Date(Date.now() - days * dayMs).toISOString()).then(
      (deleted) => deleted > 0 && onNotice(`Deleted ${deleted} answers older than ${days} days.`),
      (error: unknown) => onNotice(`Old answers could not be deleted: ${String(error)}`),
    );
  void forget();
  const timer = setInterval(forget, hourMs);
  timer.unref();
  return {
    ...store,
    close() {
      clearInterval(timer);
      return store.close();
    },
  };
}
