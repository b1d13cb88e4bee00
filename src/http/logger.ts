/** What a log line may carry beside its message: plain values, never the words of a question. */
export type LogFields = Record<string, string | number | boolean | null | undefined>;

/** Where the service writes what it does. */
export interface Logger {
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  /** `cause` is what was thrown: its stack goes into the log and nowhere else. */
  error(message: string, fields?: LogFields, cause?: unknown): void;
}
