import { endingsRead, findFileProblem } from '../adapters/corpus-folder.ts';
import { readApart } from '../adapters/reading-thread.ts';
import type { Config } from '../config.ts';
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
export async function readNewFile(
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

/** Reads files as they would be added to the corpus of the settings; changes nothing. Throws as `readNewFile` does. */
export async function readNewFiles(
  files: readonly NewFile[],
  config: Pick<Config, 'CORPUS_DIR' | 'INDEX_DIR'>,
  signal: AbortSignal,
): Promise<FileReading[]> {
  const { corpus } = await readUsableCorpus(config, { signal });
  const held = await listHeld(corpus, config.INDEX_DIR);
  const readings: FileReading[] = [];
  for (const file of files) readings.push(await readNewFile(file, { held, signal }));
  return readings;
}

function refuse(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'corpus_invalid') throw error;
  throw new AppError('report_refused', error.message, { cause: error });
}
