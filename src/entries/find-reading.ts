import { stat } from 'node:fs/promises';
import { readIndexedReports } from '../adapters/check-index.ts';
import { readApart } from '../adapters/reading-thread.ts';
import { readFileAlone } from '../adapters/report-file.ts';
import type { ReportReading } from '../cli/cli-services.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';

/**
 * How a report of the index in use was read; else how a file reads, which is not added to anything. Throws AppError
 * `invalid_request` where there is neither, and `corpus_invalid` for a file that cannot be read.
 */
export async function findReading({ INDEX_DIR }: Config, target: string): Promise<ReportReading> {
  // Whatever is wrong with the index, a file can be read all the same.
  const held = await readIndexedReports(INDEX_DIR).catch((error: unknown) => error as Error);
  const known = held instanceof Error ? undefined : held.find(({ report }) => isSame(report, target));
  if (known) return known;
  if (!(await stat(target).catch(() => null))) {
    if (held instanceof Error) throw held;
    const message = `There is no report "${target}" in the index and no file of that name. Name a file, or a report that pincite check lists.`;
    throw new AppError('invalid_request', message);
  }
  const { report, split } = await readApart(await readFileAlone(target));
  return { report: report.id, file: report.file, title: report.metadata.title, reading: split.reading };
}

function isSame(report: string, target: string): boolean {
  return report.toLowerCase() === target.toLowerCase();
}
