import type { LogFields, Logger } from '../http/logger.ts';

const levels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
type Level = (typeof levels)[number];

interface JsonLoggerOptions {
  /** The least level that is written. */
  level: Level;
  /** Takes one line without its line end. */
  write(line: string): void;
  now(): Date;
}

/** Writes each event as one JSON line: time, level, message, then the fields. */
export function createJsonLogger(options: JsonLoggerOptions): Logger {
  const least = levels.indexOf(options.level);
  const log = (level: Level, message: string, fields: LogFields) => {
    if (levels.indexOf(level) < least) return;
    options.write(JSON.stringify({ time: options.now().toISOString(), level, message, ...fields }));
  };
  return {
    info: (message, fields = {}) => log('info', message, fields),
    warn: (message, fields = {}) => log('warn', message, fields),
    error: (message, fields = {}, cause) =>
      log('error', message, cause === undefined ? fields : { ...fields, cause: describe(cause) }),
  };
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const own = cause.stack ?? `${cause.name}: ${cause.message}`;
  return cause.cause === undefined ? own : `${own}\ncaused by: ${describe(cause.cause)}`;
}
