import type { SqlDatabase, SqlStatement, SqlValue } from '../index/sql-database.ts';

/** What is used of a prepared statement of Cloudflare D1. */
interface D1Statement {
  bind(...values: unknown[]): D1Statement;
  all<Row>(): Promise<{ results: Row[] }>;
  run(): Promise<{ meta: { changes?: number } }>;
}

/** What is used of a D1 binding; the platform's own type fits it. */
export interface D1Binding {
  prepare(sql: string): D1Statement;
  batch(statements: D1Statement[]): Promise<unknown>;
}

/** Reads and writes through a Cloudflare D1 binding. */
export function createD1Database(binding: D1Binding): SqlDatabase {
  const prepare = ({ sql, parameters = [] }: SqlStatement) => binding.prepare(sql).bind(...parameters);
  return {
    async all<Row>(sql: string, parameters: readonly SqlValue[] = []) {
      return (await prepare({ sql, parameters }).all<Row>()).results;
    },
    async run(sql, parameters = []) {
      return (await prepare({ sql, parameters }).run()).meta.changes ?? 0;
    },
    async batch(statements) {
      if (statements.length > 0) await binding.batch(statements.map(prepare));
    },
    async close() {},
  };
}
