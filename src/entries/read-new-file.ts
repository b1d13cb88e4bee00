import { type Corpus, endingsRead, mostFileBytes } from '../adapters/corpus-folder.ts';
import { readApart } from '../adapters/reading-thread.ts';
import type { Config } from '../config.ts';
import { describeFile, mergeMetadata } from '../corpus/describe-file.ts';
import type { FileReading, NewFile } from '../corpus/file-reading.ts';
import { nameReportFile } from '../corpus/report-file-name.ts';
import { AppError } from '../errors.ts';
import { parseFileName } from '../reports/read-report.ts';
import { listHeld } from './held-reports.ts';
import { readUsableCorpus } from './read-usable-corpus.ts';

/**
 * Reads a file as it would be added to a corpus. Throws AppError `report_refused` for a name, a size or content that
 * cannot be taken.
 */
export async function readNewFile(
  { name, bytes, given }: NewFile,
  { corpus, indexDir }: { corpus: Corpus; indexDir: string },
): Promise<FileReading> {
  const wanted = nameReportFile(name, endingsRead);
  if (bytes.length > mostFileBytes) {
    const message = `${wanted}: has ${bytes.length} bytes, the most is ${mostFileBytes}; split it or save it smaller`;
    throw new AppError('report_refused', message);
  }
  const held = await listHeld(corpus, indexDir);
  const before = held.find(({ id }) => id.toLowerCase() === parseFileName(wanted).id.toLowerCase());
  // A new edition keeps the id of the one before, also in its case: links to it stay good.
  const file = before ? `${before.id}.${parseFileName(wanted).ending}` : wanted;
  const { report: read, split } = await readApart({ file, bytes }).catch(refuse);
  const report = { ...read, metadata: mergeMetadata(read, before?.metadata ?? null, given) };
  return describeFile({ report, split }, held);
}

/** Reads files as they would be added to the corpus of the settings; changes nothing. Throws as `readNewFile` does. */
export async function readNewFiles(
  files: readonly NewFile[],
  config: Pick<Config, 'CORPUS_DIR' | 'INDEX_DIR'>,
): Promise<FileReading[]> {
  const { INDEX_DIR: indexDir } = config;
  const { corpus } = await readUsableCorpus(config, { onNotice: () => undefined });
  const readings: FileReading[] = [];
  for (const file of files) readings.push(await readNewFile(file, { corpus, indexDir }));
  return readings;
}

function refuse(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'corpus_invalid') throw error;
  throw new AppError('report_refused', error.message, { cause: error });
}
