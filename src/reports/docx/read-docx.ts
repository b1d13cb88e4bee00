import type { Line } from '../report.ts';
import type { DocxBlock } from './block.ts';
import { BlockReader } from './block-reader.ts';
import { openDocxParts } from './docx-parts.ts';
import { FieldState } from './field-state.ts';
import { ListCounter } from './list-counter.ts';
import { readLists } from './list-definitions.ts';
import { NoteMarks } from './note-marks.ts';
import { PageCounter } from './page-counter.ts';
import { streamElements } from './parse-xml.ts';
import { readNotes } from './read-notes.ts';
import { wordFileError } from './refuse-file.ts';
import { StyleSheet } from './style-sheet.ts';
import { mostLines, writeLines } from './write-lines.ts';

/**
 * Reads a Word document (.docx) into lines as it prints: automatic numbers as words of their lines, bullets as "- ",
 * rows with tabs, notes behind the text; without headers, footers, hidden and deleted words. Pages are known where
 * the file tells of page breaks. Throws AppError `corpus_invalid` for files of other formats, with a password or
 * macros, damaged, or over the limits on size, parts and nesting.
 */
export function readDocx(bytes: Uint8Array): Line[] {
  const parts = openDocxParts(bytes);
  const styles = new StyleSheet(parts.styles);
  const lists = readLists(parts.numbering, styles);
  const pages = new PageCounter();
  const notes = new NoteMarks(parts.settings);
  const counter = new ListCounter(lists);
  const reader = new BlockReader({ styles, lists, counter, pages, notes, fields: new FieldState() });
  const blocks: DocxBlock[] = [];
  const add = (found: readonly DocxBlock[]) => {
    for (const block of found) blocks.push(block);
    if (blocks.length > mostLines)
      throw wordFileError(`has more than ${mostLines} paragraphs; split it and add its parts one by one`);
  };
  for (const element of streamElements(parts.document, 'body')) add(reader.read([element]));
  add(reader.finish());
  add(readNotes(reader, parts));
  return writeLines(notes.print(blocks), pages.isKnown(parts.pageCount));
}
