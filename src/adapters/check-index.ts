import { AppError } from '../errors.ts';
import type { Reading } from '../paragraphs/reading.ts';
import { checkFile, readManifest } from './generation-files.ts';
import { generationFiles, generationFolder, listGenerations, readCurrent } from './generation-folder.ts';
import { openGeneration } from './generation-reader.ts';

/** What `pincite check` tells of one generation. */
export interface GenerationCheck {
  id: string;
  current: boolean;
  good: boolean;
  /** One a file; `problem` null when it is as written. */
  files: { file: string; bytes: number | null; problem: string | null }[];
  counts: { reports: number; paragraphs: number; sentences: number } | null;
  model: string | null;
  created: string | null;
  /** How its reports were read; null but for the one in use, and where it cannot be opened. */
  readings: IndexedReading[] | null;
}

/** How a report of an index was read. */
export interface IndexedReading {
  report: string;
  file: string;
  title: string;
  reading: Reading;
}

/** Verifies every generation file by file, newest first. Throws AppError `index_missing` when there is none. */
export async function checkIndex(indexDir: string): Promise<GenerationCheck[]> {
  const current = (await readCurrent(indexDir))?.id;
  const ids = await listGenerations(indexDir);
  if (ids.length === 0) {
    throw new AppError('index_missing', `There is no index in ${indexDir}. Run: pincite index`);
  }
  const checks: GenerationCheck[] = [];
  for (const id of ids) {
    const { readings, ...check } = await checkGeneration(generationFolder(indexDir, id));
    checks.push({ id, current: id === current, ...check, readings: id === current ? readings : null });
  }
  return checks;
}

/** How the reports of the index in use were read. Throws AppError `index_missing` or `index_damaged`. */
export async function readIndexedReports(indexDir: string): Promise<IndexedReading[]> {
  const current = await readCurrent(indexDir);
  if (!current) throw new AppError('index_missing', `There is no index in ${indexDir}. Run: pincite index`);
  return readReadings(generationFolder(indexDir, current.id));
}

async function readReadings(folder: string): Promise<IndexedReading[]> {
  const generation = await openGeneration(folder);
  generation.close();
  return generation.reports.map(({ id, file, metadata, reading }) => ({
    ...{ report: id, file, title: metadata.title, reading },
  }));
}

async function checkGeneration(folder: string): Promise<Omit<GenerationCheck, 'id' | 'current'>> {
  const manifestProblem = { counts: null, model: null, created: null, good: false, readings: null };
  const manifest = await readManifest(folder).catch((error: unknown) => error as Error);
  if (manifest instanceof Error) {
    const files = [{ file: generationFiles.manifest, bytes: null, problem: manifest.message }];
    return { ...manifestProblem, files };
  }
  const files = [];
  for (const entry of Object.entries(manifest.files)) {
    files.push({ file: entry[0], bytes: entry[1].bytes, problem: await problemOf(checkFile(folder, entry)) });
  }
  let readings: IndexedReading[] | null = null;
  if (files.every(({ problem }) => problem === null)) {
    const opened = readReadings(folder).then((found) => {
      readings = found;
    });
    const problem = await problemOf(opened);
    if (problem) files.push({ file: generationFiles.manifest, bytes: null, problem });
  }
  const { counts, model, created } = manifest;
  const good = files.every((file) => !file.problem);
  return { counts, model: model?.name ?? null, created, files, good, readings };
}

async function problemOf(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
