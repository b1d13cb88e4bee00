/** What a column can hold or a parameter can bind. */
export type SqlValue = string | number | null | Uint8Array;

/** One statement with its parameters, bound to `?` in order. */
export interface SqlStatement {
  sql: string;
  parameters?: readonly SqlValue[];
}

/** A SQLite database, wherever it runs. Statements keep to what Cloudflare D1 accepts. */
export interface SqlDatabase {
  /** All rows, each as an object of its columns. */
  all<Row>(sql: string, parameters?: readonly SqlValue[]): Promise<Row[]>;
  /** Runs one statement and gives the number of rows that it changed. */
  run(sql: string, parameters?: readonly SqlValue[]): Promise<number>;
  /** Runs statements in order as one transaction: all of them or none. */
  batch(statements: readonly SqlStatement[]): Promise<void>;
  close(): Promise<void>;
}
