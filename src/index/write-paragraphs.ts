import type { Paragraph, Span, SplitReport } from '../paragraphs/paragraph.ts';
import type { Report } from '../reports/report.ts';
import { contextText } from './embedding-text.ts';
import { findAcronyms } from './find-acronyms.ts';
import { indexTables, keywordTable } from './index-tables.ts';
import type { SqlDatabase, SqlStatement } from './sql-database.ts';
import { wordsOf } from './stem-words.ts';
import { yieldToOthers } from './yield-to-others.ts';

/** A report without its lines: what the index needs to know of it. */
export type ReportHead = Pick<Report, 'id' | 'edition' | 'file' | 'metadata'>;

/** A report taken apart, with the sentences of each of its paragraphs. */
export interface IndexedReport {
  report: ReportHead;
  split: SplitReport;
  /** One list a paragraph, in the order of `split.paragraphs`. */
  sentences: Span[][];
}

// Statements a transaction: some milliseconds of work, after which others get their turn.
const chunk = 250;

/** Fills the tables of a new generation, report by report; rows are given in the order of arrival. */
export class ParagraphWriter {
  readonly #database: SqlDatabase;
  readonly #words = new Map<string, string>();
  readonly #paragraphsByStem = new Map<string, number>();
  #reports = 0;
  #paragraphs = 0;
  #sentences = 0;
  #pending: SqlStatement[] = [];

  constructor(database: SqlDatabase) {
    this.#database = database;
  }

  /** How much was written so far. */
  get counts(): { reports: number; paragraphs: number; sentences: number } {
    return { reports: this.#reports, paragraphs: this.#paragraphs, sentences: this.#sentences };
  }

  /** Makes the tables; the database must be empty. */
  async begin(): Promise<void> {
    await this.#database.batch(indexTables.map((sql) => ({ sql })));
  }

  /** Writes one report, its paragraphs, its sentences and what it says its short forms mean. */
  async add({ report, split, sentences }: IndexedReport): Promise<void> {
    const [firstRow, firstSentence] = [this.#paragraphs, this.#sentences];
    for (const [place, paragraph] of split.paragraphs.entries()) {
      this.#addParagraph(report, paragraph, sentences[place] ?? []);
      if (this.#pending.length >= chunk) await this.#flush();
    }
    const { headings, columns, marks, furniture, reading } = split;
    this.#pending.push({
      sql: 'INSERT INTO reports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      parameters: [
        report.id,
        this.#reports,
        report.edition,
        report.file,
        JSON.stringify(report.metadata),
        JSON.stringify(reading),
        JSON.stringify({ headings, columns, marks, furniture }),
        firstRow,
        this.#paragraphs,
        firstSentence,
        this.#sentences,
      ],
    });
    for (const { short, long } of findAcronyms(split.paragraphs.map(({ text }) => text))) {
      const parameters = [short, long, report.id];
      this.#pending.push({ sql: 'INSERT INTO acronyms VALUES (?, ?, ?)', parameters });
    }
    this.#reports++;
    await this.#flush();
  }

  /** Writes the vocabulary and packs the keyword index; nothing can be added afterwards. */
  async finish(): Promise<void> {
    for (const [word, stem] of this.#words) {
      const parameters = [word, stem, this.#paragraphsByStem.get(stem) ?? 0];
      this.#pending.push({ sql: 'INSERT INTO words VALUES (?, ?, ?)', parameters });
      if (this.#pending.length >= 4 * chunk) await this.#flush();
    }
    await this.#flush();
    await this.#database.run(`INSERT INTO ${keywordTable}(${keywordTable}) VALUES ('optimize')`);
  }

  async #flush(): Promise<void> {
    const statements = this.#pending;
    this.#pending = [];
    if (statements.length > 0) await this.#database.batch(statements);
    await yieldToOthers();
  }

  #addParagraph(report: ReportHead, paragraph: Paragraph, sentences: readonly Span[]): void {
    const row = this.#paragraphs++;
    this.#pending.push(
      { sql: insertParagraph, parameters: paragraphValues(row, paragraph) },
      {
        sql: `INSERT INTO ${keywordTable} (rowid, text, context) VALUES (?, ?, ?)`,
        parameters: [row, ...this.#stems(paragraph.text, contextText(report.metadata, paragraph))],
      },
    );
    for (const { start, end } of sentences) {
      const parameters = [this.#sentences++, row, start, end];
      this.#pending.push({ sql: 'INSERT INTO sentences VALUES (?, ?, ?, ?)', parameters });
    }
  }

  /** The stems of both columns, counted once for the paragraph that holds them. */
  #stems(...columns: [text: string, context: string]): [string, string] {
    const held = new Set<string>();
    const joined = columns.map((column) => {
      const words = wordsOf(column);
      for (const { word, stem } of words) {
        this.#words.set(word, stem);
        held.add(stem);
      }
      return words.map(({ stem }) => stem).join(' ');
    });
    for (const stem of held) this.#paragraphsByStem.set(stem, (this.#paragraphsByStem.get(stem) ?? 0) + 1);
    return [joined[0] ?? '', joined[1] ?? ''];
  }
}

const insertParagraph = `INSERT INTO paragraphs VALUES (${Array(19).fill('?').join(', ')})`;

function paragraphValues(row: number, paragraph: Paragraph): (string | number | null)[] {
  return [
    row,
    paragraph.report,
    paragraph.edition,
    paragraph.id,
    paragraph.id.toLowerCase(),
    paragraph.position,
    paragraph.number,
    paragraph.number?.toLowerCase() ?? null,
    paragraph.form,
    paragraph.kind,
    paragraph.kindConfidence,
    JSON.stringify(paragraph.heading),
    paragraph.label,
    paragraph.text,
    paragraph.columns && JSON.stringify(paragraph.columns),
    paragraph.page,
    ...paragraph.lines,
    paragraph.hash,
  ];
}
