import { AppError } from '../errors.ts';
import { decodeText } from './decode-text.ts';
import { readDocx } from './docx/read-docx.ts';
import { inferMetadata } from './infer-metadata.ts';
import { readMarkdown } from './markdown-reader.ts';
import { numberPages } from './number-pages.ts';
import { partPageNumbers } from './part-page-numbers.ts';
import type { Line, Report, ReportMetadata } from './report.ts';
import { readRst } from './rst-reader.ts';
import { sha256 } from './sha256.ts';
import { readText } from './text-reader.ts';

/** What a reader found: lines, and for an honest account of the reading what it left out or could not read. */
export type ReadLines = Pick<Report, 'lines' | 'pages' | 'leftOut'> & Partial<Pick<Report, 'notices'>>;

/** A format's reader: it is given the bytes, and the file's name for messages. */
export type ReportReader = (source: {
  file: string;
  bytes: Uint8Array;
}) => Line[] | ReadLines | Promise<ReadLines>;

const readers: Record<string, ReportReader> = {
  txt: ({ file, bytes }) => readPrinted(readText(decodeText(file, bytes))),
  md: ({ file, bytes }) => readPrinted(readMarkdown(decodeText(file, bytes))),
  rst: ({ file, bytes }) => numberPages(readRst(decodeText(file, bytes))),
  html: readPage,
  htm: readPage,
  docx: readWordFile,
};

/** The endings of files that can be read, without their dots. */
export const reportEndings: readonly string[] = Object.keys(readers);

/** Splits a file's name into a report's id and its ending in lower case. */
export function parseFileName(file: string): { id: string; ending: string } {
  const dot = file.lastIndexOf('.');
  return dot < 0
    ? { id: file, ending: '' }
    : { id: file.slice(0, dot), ending: file.slice(dot + 1).toLowerCase() };
}

/**
 * Reads one file of the corpus into lines. Metadata that is not given is read off the report. `more` are readers that only some
 * platforms have, by ending. Throws AppError `corpus_invalid` when the ending is unknown or the bytes are not what it says.
 */
export async function readReport(
  source: { file: string; bytes: Uint8Array; metadata?: ReportMetadata | undefined },
  more: Readonly<Record<string, ReportReader>> = {},
): Promise<Report> {
  const { id, ending } = parseFileName(source.file);
  const read = readers[ending] ?? more[ending];
  if (!read) {
    const known = [...reportEndings, ...Object.keys(more)].map((name) => `.${name}`).join(', ');
    throw new AppError('corpus_invalid', `${source.file}: only ${known} files can be read; convert it first`);
  }
  const found = await read(source);
  const { notices = [], ...rest }: ReadLines = Array.isArray(found) ? { lines: found } : found;
  return {
    id,
    edition: (await sha256(source.bytes)).slice(0, 12),
    file: source.file,
    metadata: source.metadata ?? inferMetadata(id, rest.lines),
    notices,
    ...rest,
  };
}

function readPrinted(lines: Line[]): Line[] {
  return numberPages(partPageNumbers(lines));
}

/** Messages about a Word file begin with what it is; the file's name goes in front. */
function readWordFile({ file, bytes }: { file: string; bytes: Uint8Array }): Line[] {
  try {
    return readDocx(bytes);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, `${file}: ${error.message}`, { cause: error });
  }
}

/** Parsing pages as browsers do takes a large library, loaded with the first page. */
async function readPage({ file, bytes }: { file: string; bytes: Uint8Array }): Promise<ReadLines> {
  const { declaredEncoding, readHtml } = await import('./html-reader.ts');
  return readHtml(decodeText(file, bytes, declaredEncoding(bytes)));
}
