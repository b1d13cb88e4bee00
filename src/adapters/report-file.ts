import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../errors.ts';
import { decodeText } from '../reports/decode-text.ts';
import { parseFileName } from '../reports/read-report.ts';

/** Bytes that one file may have. */
export const mostFileBytes = 20_000_000;
/** Bytes that one line may have. */
export const mostLineBytes = 1_000_000;

/** Formats whose bytes are no lines of text. */
const packedEndings = new Set(['docx', 'pdf']);

/** A file that holds a report. */
export interface ReportFile {
  /** The file's name, which is its report's id and an ending. */
  file: string;
  bytes: Uint8Array;
}

/** The bytes of a file that need not belong to a corpus. Throws AppError `corpus_invalid` where they cannot be had. */
export async function readFileAlone(path: string): Promise<ReportFile> {
  const file = basename(path);
  const bytes = await readBytes(dirname(path), file);
  if (typeof bytes === 'string') throw new AppError('corpus_invalid', bytes);
  return { file, bytes };
}

/** The file's bytes, or a sentence that says why they cannot be used. */
export async function readBytes(folder: string, file: string): Promise<Uint8Array | string> {
  try {
    const found = await stat(join(folder, file));
    // Reading a pipe or a device may never end.
    if (!found.isFile())
      return `${file}: is not a file of its own (a folder, a pipe or a device); take it away`;
    if (found.size > mostFileBytes) return tooLarge(file, found.size);
    const bytes = new Uint8Array(await readFile(join(folder, file)));
    return findFileProblem({ file, bytes }) ?? bytes;
  } catch (cause) {
    return `${file}: ${reasonOf(cause)}; make it readable or take it away`;
  }
}

/** Why a file cannot be in a corpus, as far as its size and its text tell; else null. */
export function findFileProblem({ file, bytes }: ReportFile): string | null {
  if (bytes.length > mostFileBytes) return tooLarge(file, bytes.length);
  if (packedEndings.has(parseFileName(file).ending)) return null;
  if (longestLine(bytes) > mostLineBytes)
    return `${file}: has a line of more than ${mostLineBytes} bytes; break it into paragraphs`;
  try {
    return decodeText(file, bytes).trim() === '' ? `${file}: is empty; fill it or take it away` : null;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}

function tooLarge(file: string, size: number): string {
  return `${file}: has ${size} bytes, the most is ${mostFileBytes}; split it or save it smaller`;
}

function longestLine(bytes: Uint8Array): number {
  let longest = 0;
  let start = 0;
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
    longest = Math.max(longest, end - start);
    start = end + 1;
  }
  return Math.max(longest, bytes.length - start);
}

/** Why a file or folder could not be read, for the middle of a sentence. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'is not there';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  if (code === 'ENOTDIR') return 'is not a folder';
  if (code === 'EISDIR') return 'is a folder, not a file';
  return `cannot be read (${typeof code === 'string' ? code : 'unknown error'})`;
}
