import type { Reading } from '../src/paragraphs/reading.ts';

/** A reading in which nothing is wrong; what is given replaces its parts. */
export function madeUpReading(parts: Partial<Reading> = {}): Reading {
  const { numbered = 0, unnumbered = 0 } = parts;
  return {
    ...{ numbered, unnumbered },
    forms: { numbered, text: unnumbered, table_row: 0, footnote: 0, title: 0 },
    ...{ numbering: [], unexplained: { count: 0, lines: [] }, pages: null },
    furniture: { running: 0, contents: 0, outside: 0 },
    ...{ missing: [], confidence: 1, reasons: [], caution: null, notice: null },
    ...parts,
  };
}
