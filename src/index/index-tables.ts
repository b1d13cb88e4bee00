/** How much a word of a paragraph's context (report title, authority, headings, column heads) weighs beside one of its text. */
export const contextWeight = 0.3;

/** Where each paragraph's words are looked up: rows are those of `paragraphs`. */
export const keywordTable = 'paragraph_stems';

/**
 * The tables of a generation. The keyword table holds stems of our own making, so its tokenizer only splits at blanks;
 * it is contentless because nobody reads the stems back.
 */
export const indexTables: readonly string[] = [
  `CREATE TABLE reports (
    id TEXT PRIMARY KEY, position INTEGER NOT NULL, edition TEXT NOT NULL, file TEXT NOT NULL,
    metadata TEXT NOT NULL, reading TEXT NOT NULL, words TEXT NOT NULL,
    first_row INTEGER NOT NULL, end_row INTEGER NOT NULL,
    first_sentence INTEGER NOT NULL, end_sentence INTEGER NOT NULL)`,
  `CREATE TABLE paragraphs (
    row INTEGER PRIMARY KEY, report TEXT NOT NULL, edition TEXT NOT NULL, id TEXT NOT NULL, folded_id TEXT NOT NULL,
    position INTEGER NOT NULL, number TEXT, folded_number TEXT, form TEXT NOT NULL, kind TEXT NOT NULL,
    kind_confidence REAL NOT NULL, heading TEXT NOT NULL, label TEXT NOT NULL, text TEXT NOT NULL, columns TEXT, page INTEGER,
    first_line INTEGER NOT NULL, last_line INTEGER NOT NULL, hash TEXT NOT NULL)`,
  'CREATE UNIQUE INDEX paragraphs_by_id ON paragraphs (report, folded_id)',
  'CREATE INDEX paragraphs_by_number ON paragraphs (folded_number)',
  `CREATE TABLE sentences (
    row INTEGER PRIMARY KEY, paragraph_row INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL)`,
  'CREATE INDEX sentences_by_paragraph ON sentences (paragraph_row)',
  'CREATE TABLE words (word TEXT PRIMARY KEY, stem TEXT NOT NULL, paragraphs INTEGER NOT NULL)',
  'CREATE TABLE acronyms (short TEXT NOT NULL, long TEXT NOT NULL, report TEXT NOT NULL)',
  `CREATE VIRTUAL TABLE ${keywordTable} USING fts5(
    text, context, content='', tokenize="unicode61 remove_diacritics 0 tokenchars '.'")`,
];
