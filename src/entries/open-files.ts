import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { listFile } from '../adapters/corpus-folder.ts';
import { mostFileBytes } from '../adapters/report-file.ts';
import type { GivenMetadata, NewFile } from '../corpus/file-reading.ts';
import { AppError } from '../errors.ts';
import { parseFileName } from '../reports/read-report.ts';
import type { ReportMetadata } from '../reports/report.ts';
import { parseReportsJson } from '../reports/reports-json.ts';

/**
 * Opens files to be added. What a `reports.json` beside a file says of it counts as given, so that a removed report
 * comes back as it was; `given` comes before it. Throws AppError `report_refused`, `corpus_invalid`.
 */
export async function openFiles(paths: readonly string[], given: GivenMetadata): Promise<NewFile[]> {
  const files: NewFile[] = [];
  for (const path of paths) {
    const beside = await readEntry(path);
    const dates = { ...beside?.dates, ...given.dates };
    files.push({ name: basename(path), bytes: await readBytes(path), given: { ...beside, ...given, dates } });
  }
  return files;
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw new AppError('report_refused', `${path}: is not a file; name one`);
    if (found.size > mostFileBytes) {
      const sizes = `has ${found.size} bytes, the most is ${mostFileBytes}`;
      throw new AppError('report_refused', `${path}: ${sizes}; split it or save it smaller`);
    }
    return new Uint8Array(await readFile(path));
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    const problem = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`;
    throw new AppError('report_refused', `${path}: ${problem}; name a file that can be read`, { cause });
  }
}

async function readEntry(path: string): Promise<ReportMetadata | null> {
  const text = await readFile(join(dirname(path), listFile), 'utf8').catch(() => null);
  if (text === null) return null;
  // A list with other problems is nothing to this file.
  return parseReportsJson(text).metadata.get(parseFileName(basename(path)).id) ?? null;
}
