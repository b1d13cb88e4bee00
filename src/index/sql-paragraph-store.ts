import { contextWeight, keywordTable } from './index-tables.ts';
import { type KeywordAttempt, planAll, planAny } from './keyword-plan.ts';
import type {
  Acronym,
  KeywordHit,
  ParagraphStore,
  StoredParagraph,
  StoredReport,
  StoredSentence,
  VocabularyWord,
} from './paragraph-store.ts';
import { rowFilter } from './row-filter.ts';
import type { SqlDatabase } from './sql-database.ts';
import { type ParagraphRow, paragraphOf, type ReportRow, reportOf } from './stored-rows.ts';
import type { RowRanges } from './vector-index.ts';

// SQLite reads the list of rows from one parameter, so that one statement serves lists of any length.
const listed = '(SELECT value FROM json_each(?))';

/** The paragraphs of one generation in SQLite or D1. */
export class SqlParagraphStore implements ParagraphStore {
  readonly #database: SqlDatabase;
  #words: Promise<VocabularyWord[]> | undefined;
  #postings: Promise<{ byStem: Map<string, number>; rows: number }> | undefined;

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  async reports(): Promise<StoredReport[]> {
    return (await this.#database.all<ReportRow>('SELECT * FROM reports ORDER BY position')).map(reportOf);
  }

  async paragraphsOf(report: string): Promise<StoredParagraph[]> {
    const sql = 'SELECT * FROM paragraphs WHERE report = ? ORDER BY position';
    return (await this.#database.all<ParagraphRow>(sql, [report])).map(paragraphOf);
  }

  async paragraph(report: string, id: string): Promise<StoredParagraph | null> {
    const sql = 'SELECT * FROM paragraphs WHERE report = ? AND folded_id = ?';
    const [row] = await this.#database.all<ParagraphRow>(sql, [report, id.toLowerCase()]);
    return row ? paragraphOf(row) : null;
  }

  async paragraphsNumbered(
    number: string,
    limit: number,
    within: RowRanges | undefined,
  ): Promise<StoredParagraph[]> {
    const inside = within ? ` AND ${rowFilter(within)}` : '';
    const sql = `SELECT * FROM paragraphs WHERE folded_number = ?${inside} ORDER BY row LIMIT ?`;
    return (await this.#database.all<ParagraphRow>(sql, [number.toLowerCase(), limit])).map(paragraphOf);
  }

  async paragraphsAt(rows: readonly number[]): Promise<StoredParagraph[]> {
    const sql = `SELECT * FROM paragraphs WHERE row IN ${listed}`;
    const found = await this.#database.all<ParagraphRow>(sql, [JSON.stringify(rows)]);
    const byRow = new Map(found.map((row) => [row.row, row]));
    return rows.flatMap((row) => {
      const stored = byRow.get(row);
      return stored ? [paragraphOf(stored)] : [];
    });
  }

  sentencesOf(paragraphRows: readonly number[]): Promise<StoredSentence[]> {
    const sql = `SELECT row, paragraph_row AS paragraphRow, first AS start, last AS "end" FROM sentences
      WHERE paragraph_row IN ${listed} ORDER BY row`;
    return this.#database.all<StoredSentence>(sql, [JSON.stringify(paragraphRows)]);
  }

  async paragraphRowsOf(sentenceRows: readonly number[]): Promise<number[]> {
    const sql = `SELECT row, paragraph_row AS paragraphRow FROM sentences WHERE row IN ${listed}`;
    const found = await this.#database.all<StoredSentence>(sql, [JSON.stringify(sentenceRows)]);
    const byRow = new Map(found.map((sentence) => [sentence.row, sentence.paragraphRow]));
    return sentenceRows.flatMap((row) => byRow.get(row) ?? []);
  }

  async keywordSearch(query: {
    stems: readonly string[];
    match: 'any' | 'all';
    limit: number;
    within?: RowRanges;
  }): Promise<KeywordHit[]> {
    const hits = new Map<number, KeywordHit>();
    for (const attempt of await this.#plan(query)) {
      for (const hit of await this.#weigh(attempt, query.limit, query.within)) {
        if (!hits.has(hit.row)) hits.set(hit.row, hit);
      }
      if (hits.size >= query.limit) break;
    }
    return [...hits.values()].slice(0, query.limit);
  }

  vocabulary(): Promise<VocabularyWord[]> {
    this.#words ??= this.#database.all<VocabularyWord>('SELECT word, stem, paragraphs FROM words');
    return this.#words;
  }

  acronyms(): Promise<Acronym[]> {
    return this.#database.all<Acronym>('SELECT short, long, report FROM acronyms');
  }

  async #plan(query: {
    stems: readonly string[];
    match: 'any' | 'all';
    within?: RowRanges;
  }): Promise<KeywordAttempt[]> {
    this.#postings ??= this.#loadPostings();
    const { byStem, rows } = await this.#postings;
    const wanted = [...new Set(query.stems)];
    const known = wanted.filter((stem) => byStem.has(stem));
    if (known.length === 0 || (query.match === 'all' && known.length < wanted.length)) return [];
    const postings = (share: number) => new Map(known.map((stem) => [stem, (byStem.get(stem) ?? 0) * share]));
    return query.match === 'all' ? planAll(postings(1)) : planAny(postings(shareToWeigh(rows, query.within)));
  }

  async #loadPostings(): Promise<{ byStem: Map<string, number>; rows: number }> {
    const words = await this.vocabulary();
    const [last] = await this.#database.all<{ row: number | null }>('SELECT max(row) AS row FROM paragraphs');
    return {
      byStem: new Map(words.map(({ stem, paragraphs }) => [stem, paragraphs])),
      rows: (last?.row ?? -1) + 1,
    };
  }

  async #weigh(attempt: KeywordAttempt, limit: number, within?: RowRanges): Promise<KeywordHit[]> {
    const bounded = Number.isFinite(attempt.rows) ? ` LIMIT ${attempt.rows}` : '';
    const weight = attempt.weighed ? `bm25(${keywordTable}, 1.0, ${contextWeight})` : '0';
    const sql = `SELECT row, -weight AS score FROM (
        SELECT rowid AS row, ${weight} AS weight FROM ${keywordTable}
        WHERE ${keywordTable} MATCH ?${within ? ` AND ${rowFilter(within)}` : ''}${bounded})
      ORDER BY weight, row LIMIT ?`;
    return this.#database.all<KeywordHit>(sql, [attempt.match, limit]);
  }
}

// A row outside the ranges is still counted for its words' rarity, at about a sixteenth of the cost of weighing it.
const costOfCounting = 0.06;

function shareToWeigh(rows: number, within: RowRanges | undefined): number {
  const first = within?.[0];
  const last = within?.at(-1);
  if (!first || !last || rows === 0) return 1;
  return Math.min(1, (last[1] - first[0]) / rows + costOfCounting);
}
