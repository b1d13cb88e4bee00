import { readdir } from 'node:fs/promises';
import { AppError } from '../errors.ts';
import { parseFileName, reportEndings } from '../reports/read-report.ts';
import type { ReportMetadata } from '../reports/report.ts';
import { parseReportsJson } from '../reports/reports-json.ts';
import { sha256 } from '../reports/sha256.ts';
import { platformReaders } from './platform-readers.ts';
import { type ReportFile, readBytes, reasonOf } from './report-file.ts';

/** Says what is known of the reports. */
export const listFile = 'reports.json';
export interface CorpusFile extends ReportFile {
  sha256: string;
}

/** A corpus read whole and found sound. */
export interface Corpus {
  /** In the order of their names. */
  files: CorpusFile[];
  /** From `reports.json`, by report. */
  metadata: Map<string, ReportMetadata>;
  /** `reports.json` as it is written; empty where there is none. */
  list: string;
  /** SHA-256 over every file's name and hash and over `reports.json`. */
  corpusSha256: string;
  /** Files of a report's ending that cannot be used. */
  faulty: string[];
  /** Sentences for people about files that were left out. */
  notices: string[];
}

/** How strict a folder is read. */
interface ReadOptions {
  /** Leaves out files that cannot be used, with a notice, instead of refusing the folder. */
  leaveOutFaulty?: boolean;
  /** A folder without reports is no problem. */
  mayBeEmpty?: boolean;
}

/**
 * Reads a folder of reports. Throws AppError `corpus_invalid` that names every problem of the folder at once.
 */
export async function readCorpus(folder: string, options: ReadOptions = {}): Promise<Corpus> {
  const names = await listNames(folder);
  const reports = names.filter((name) => isReport(name));
  const faulty = new Map<string, string>();
  const files: CorpusFile[] = [];
  const wrongNames = findNameProblems(reports);
  for (const file of reports) {
    const read = wrongNames.get(file) ?? (await readBytes(folder, file));
    if (typeof read === 'string') faulty.set(file, read);
    else files.push({ file, bytes: read, sha256: await sha256(read) });
  }
  const list = names.includes(listFile)
    ? await readList(folder, reports)
    : { metadata: new Map(), problems: [], unknown: [], text: '' };
  const minor = [...faulty.values(), ...list.unknown];
  const problems = [...(options.leaveOutFaulty ? [] : minor), ...list.problems];
  if (reports.length === 0 && !options.mayBeEmpty)
    problems.push(`${folder}: holds no ${endings()} file; add a report`);
  if (problems.length > 0) throw corpusError(problems);
  const { metadata, text } = list;
  return {
    ...{ files, metadata, list: text, corpusSha256: await hashCorpus(files, text) },
    faulty: [...faulty.keys()],
    notices: [...findNotices(names, reports), ...minor],
  };
}

/** SHA-256 over every file's name and hash and over the text of `reports.json`. */
export async function hashCorpus(files: readonly CorpusFile[], list: string): Promise<string> {
  const hashes = files.map(({ file, sha256: hash }) => `${file} ${hash}`);
  const listHash = list === '' ? '' : await sha256(new TextEncoder().encode(list));
  return sha256([...hashes, `${listFile} ${listHash}`].join('\n'));
}

function corpusError(problems: string[]): AppError {
  const count = problems.length === 1 ? 'a problem' : `${problems.length} problems`;
  return new AppError('corpus_invalid', `The corpus has ${count}:\n  ${problems.join('\n  ')}`);
}

/** The endings of files that can be read on this platform, without their dots. */
export const endingsRead = [...reportEndings, ...Object.keys(platformReaders)];

function endings(): string {
  return endingsRead.map((ending) => `.${ending}`).join(' or ');
}

async function listNames(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch (cause) {
    const problem = `${folder}: ${reasonOf(cause)}; set CORPUS_DIR to the folder that holds the reports`;
    throw new AppError('corpus_invalid', `The corpus has a problem:\n  ${problem}`, { cause });
  }
}

function isReport(name: string): boolean {
  return endingsRead.includes(parseFileName(name).ending) && name.toLowerCase() !== 'readme.md';
}

/** Why a file cannot be a report under its name, by file. */
function findNameProblems(files: string[]): Map<string, string> {
  const problems = new Map<string, string>();
  const seen = new Map<string, string>();
  for (const file of files) {
    const { id } = parseFileName(file);
    const other = seen.get(id.toLowerCase());
    if (other !== undefined) {
      problems.set(file, `${other} and ${file}: have the same id; rename one of them`);
    } else if (!/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id)) {
      const problem = 'its name has characters that cannot be in an id';
      problems.set(file, `${file}: ${problem}; use letters, digits, dots, hyphens and underscores`);
    } else seen.set(id.toLowerCase(), file);
  }
  return problems;
}

async function readList(
  folder: string,
  files: string[],
): Promise<{ metadata: Map<string, ReportMetadata>; problems: string[]; unknown: string[]; text: string }> {
  const bytes = await readBytes(folder, listFile);
  if (typeof bytes === 'string') return { metadata: new Map(), problems: [bytes], unknown: [], text: '' };
  const text = new TextDecoder().decode(bytes);
  const { metadata, problems, ids } = parseReportsJson(text);
  const known = new Set(files.map((file) => parseFileName(file).id));
  const unknown = ids
    .filter((id) => !known.has(id))
    .map((id) => `${listFile}: ${id}: there is no file of that name; add it or take the entry away`);
  return { metadata, problems, unknown, text };
}

function findNotices(names: string[], reports: string[]): string[] {
  const left = names.filter(
    (name) => !reports.includes(name) && name !== listFile && name.toLowerCase() !== 'readme.md',
  );
  return left.map((name) => `${name} was left out: only ${endings()} files are read`);
}
