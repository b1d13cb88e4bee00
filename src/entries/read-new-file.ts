import { endingsRead } from '../adapters/corpus-folder.ts';
import { readApart } from '../adapters/reading-thread.ts';
import { findFileProblem } from '../adapters/report-file.ts';
import type { Config } from '../config.ts';
import type { ChangeOptions } from '../corpus/change-result.ts';
import { describeFile, type HeldReport, mergeMetadata } from '../corpus/describe-file.ts';
import type { FileReading, NewFile } from '../corpus/file-reading.ts';
import { nameReportFile } from '../corpus/report-file-name.ts';
import { AppError } from '../errors.ts';
import { parseFileName } from '../reports/read-report.ts';
import { listHeld } from './held-reports.ts';
import { readUsableCorpus } from './read-usable-corpus.ts';

/**
 * Reads a file as it would be added to the reports held. Throws AppError `report_refused` for a name, a size or content
 * that cannot be taken, `interrupted` on the signal.
 */
async function readNewFile(
  { name, bytes, given }: NewFile,
  { held, signal }: { held: readonly HeldReport[]; signal: AbortSignal },
): Promise<FileReading> {
  const wanted = nameReportFile(name, endingsRead);
  const { id, ending } = parseFileName(wanted);
  const before = held.find((report) => report.id.toLowerCase() === id.toLowerCase());
  // A new edition keeps the id of the one before, also in its case: links to it stay good.
  const file = before ? `${before.id}.${ending}` : wanted;
  // What the folder would not take must not be put there.
  const problem = findFileProblem({ file, bytes });
  if (problem !== null) throw new AppError('report_refused', problem);
  const { report: read, split } = await readApart({ file, bytes }, { signal }).catch(refuse);
  const report = { ...read, metadata: mergeMetadata(read, before?.metadata ?? null, given) };
  return describeFile({ report, split }, held);
}

/**
 * Reads files as they would be added together: each is compared with those before it, too. Throws AppError
 * `report_refused` also for two of one name.
 */
export async function readTogether(
  files: readonly NewFile[],
  {
    held,
    signal,
    onProgress,
  }: { held: readonly HeldReport[] } & Pick<ChangeOptions, 'signal' | 'onProgress'>,
): Promise<FileReading[]> {
  const readings: FileReading[] = [];
  for (const [place, file] of files.entries()) {
    onProgress({ stage: 'reading', done: place, total: files.length });
    const reading = await readNewFile(file, { held: [...held, ...readings.map(asHeld)], signal });
    const twin = readings.find(({ report }) => report.toLowerCase() === reading.report.toLowerCase());
    if (twin) throw twice(twin, reading);
    readings.push(reading);
  }
  return readings;
}

/** Reads files as they would be added to the corpus of the settings; changes nothing. Throws as `readTogether` does. */
export async function readNewFiles(
  files: readonly NewFile[],
  config: Pick<Config, 'CORPUS_DIR' | 'INDEX_DIR'>,
  signal: AbortSignal,
): Promise<FileReading[]> {
  const { corpus } = await readUsableCorpus(config, { signal });
  const held = await listHeld(corpus, config.INDEX_DIR);
  return readTogether(files, { held, signal, onProgress: () => undefined });
}

function asHeld({ report, edition, file, metadata }: FileReading): HeldReport {
  return { id: report, edition, file, metadata, hashes: new Set() };
}

function twice(one: FileReading, other: FileReading): AppError {
  const message = `${one.file} and ${other.file} would be the same report (${one.report}); rename one of them`;
  return new AppError('report_refused', message);
}

function refuse(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'corpus_invalid') throw error;
  throw new AppError('report_refused', error.message, { cause: error });
}
