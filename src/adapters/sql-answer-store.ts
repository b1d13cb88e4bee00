import type { AnswerRecord, CitedParagraph } from '../answer/answer-record.ts';
import type { AnswerStore, Feedback } from '../answer/answer-store.ts';
import { AppError } from '../errors.ts';
import type { SqlDatabase, SqlStatement } from '../index/sql-database.ts';

/** Kept answers that also know how to forget. */
export interface SqlAnswerStore extends AnswerStore {
  /** Deletes answers given before this ISO date and time; gives their number. Their ids stay known as deleted. */
  deleteOlderThan(moment: string): Promise<number>;
}

const tables = [
  'CREATE TABLE IF NOT EXISTS answers (id TEXT PRIMARY KEY, created TEXT NOT NULL, record TEXT)',
  'CREATE INDEX IF NOT EXISTS answers_by_age ON answers (created) WHERE record IS NOT NULL',
  // The text of a cited paragraph is in the record of the answer; here is only the way to it.
  `CREATE TABLE IF NOT EXISTS cited_paragraphs (
    answer TEXT NOT NULL, report TEXT NOT NULL, edition TEXT NOT NULL, id TEXT NOT NULL,
    PRIMARY KEY (report, edition, id, answer)) WITHOUT ROWID`,
  'CREATE INDEX IF NOT EXISTS cited_paragraphs_by_answer ON cited_paragraphs (answer)',
  `CREATE TABLE IF NOT EXISTS feedback (
    answer TEXT NOT NULL, created TEXT NOT NULL, verdict TEXT NOT NULL, comment TEXT)`,
  'CREATE INDEX IF NOT EXISTS feedback_by_answer ON feedback (answer)',
];

/** Keeps answers in SQLite or D1, making its tables where they are missing. The database is closed with the store. */
export async function openSqlAnswerStore(database: SqlDatabase): Promise<SqlAnswerStore> {
  await database.batch(tables.map((sql) => ({ sql })));
  const recordOf = async (sql: string, parameters: string[]) => {
    const [row] = await database.all<{ record: string | null }>(sql, parameters);
    return row && (row.record === null ? 'deleted' : (JSON.parse(row.record) as AnswerRecord));
  };
  return {
    save: (record) => database.batch(statementsFor(record)).catch(explain),
    find: async (id) => (await recordOf('SELECT record FROM answers WHERE id = ?', [id])) ?? null,
    async addFeedback(answer, { verdict, comment }, created) {
      const parameters = [answer, created, verdict, comment ?? null];
      await database.run('INSERT INTO feedback VALUES (?, ?, ?, ?)', parameters).catch(explain);
    },
    feedbackOf: (answer) => feedbackOf(database, answer),
    async citedParagraph(report, edition, id) {
      const [folded, foldedReport] = [id.toLowerCase(), report.toLowerCase()];
      const record = await recordOf(
        `SELECT record FROM cited_paragraphs c JOIN answers a ON a.id = c.answer
          WHERE c.report = ? AND c.edition = ? AND c.id = ? LIMIT 1`,
        [foldedReport, edition, folded],
      );
      if (!record || record === 'deleted') return null;
      return record.cited.find((cited) => isSame(cited, foldedReport, edition, folded)) ?? null;
    },
    async delete(id) {
      return (await deleteWhere(database, 'id = ?', id)) > 0;
    },
    deleteOlderThan: (moment) => deleteWhere(database, 'created < ?', moment),
    close: () => database.close(),
  };
}

function statementsFor(record: AnswerRecord): SqlStatement[] {
  const { id, created } = record.answer;
  return [
    { sql: 'INSERT INTO answers VALUES (?, ?, ?)', parameters: [id, created, JSON.stringify(record)] },
    ...record.cited.map((cited) => ({
      sql: 'INSERT OR IGNORE INTO cited_paragraphs VALUES (?, ?, ?, ?)',
      parameters: [id, cited.report.toLowerCase(), cited.edition, cited.id.toLowerCase()],
    })),
  ];
}

function isSame(cited: CitedParagraph, report: string, edition: string, id: string): boolean {
  return cited.report.toLowerCase() === report && cited.edition === edition && cited.id.toLowerCase() === id;
}

async function feedbackOf(database: SqlDatabase, answer: string) {
  const rows = await database.all<{ verdict: Feedback['verdict']; comment: string | null; created: string }>(
    'SELECT verdict, comment, created FROM feedback WHERE answer = ? ORDER BY created',
    [answer],
  );
  return rows.map(({ verdict, comment, created }) => ({
    verdict,
    created,
    ...(comment === null ? {} : { comment }),
  }));
}

/** Removes what was asked, answered and remarked; the id stays, so that its link can say what happened. */
async function deleteWhere(database: SqlDatabase, condition: string, parameter: string): Promise<number> {
  const chosen = `SELECT id FROM answers WHERE ${condition} AND record IS NOT NULL`;
  const found = await database.all(chosen, [parameter]);
  if (found.length === 0) return 0;
  await database.batch(
    [
      `DELETE FROM cited_paragraphs WHERE answer IN (${chosen})`,
      `DELETE FROM feedback WHERE answer IN (${chosen})`,
      `UPDATE answers SET record = NULL WHERE ${condition}`,
    ].map((sql) => ({ sql, parameters: [parameter] })),
  );
  return found.length;
}

function explain(cause: unknown): never {
  const message = cause instanceof Error ? cause.message : '';
  if (!/\bfull\b/i.test(message)) throw cause;
  throw new AppError('disk_full', 'The answer could not be kept: the disk is full. Free some space.', {
    cause,
  });
}
