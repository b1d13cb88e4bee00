import { AppError } from '../errors.ts';
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
    checks.push({ id, current: id === current, ...(await checkGeneration(generationFolder(indexDir, id))) });
  }
  return checks;
}

async function checkGeneration(folder: string): Promise<Omit<GenerationCheck, 'id' | 'current'>> {
  const manifestProblem = { counts: null, model: null, created: null, good: false };
  const manifest = await readManifest(folder).catch((error: unknown) => error as Error);
  if (manifest instanceof Error) {
    const files = [{ file: generationFiles.manifest, bytes: null, problem: manifest.message }];
    return { ...manifestProblem, files };
  }
  const files = [];
  for (const entry of Object.entries(manifest.files)) {
    files.push({ file: entry[0], bytes: entry[1].bytes, problem: await problemOf(checkFile(folder, entry)) });
  }
  if (files.every(({ problem }) => problem === null)) {
    const opened = openGeneration(folder).then((generation) => generation.close());
    const problem = await problemOf(opened);
    if (problem) files.push({ file: generationFiles.manifest, bytes: null, problem });
  }
  const { counts, model, created } = manifest;
  return { counts, model: model?.name ?? null, created, files, good: files.every((file) => !file.problem) };
}

async function problemOf(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
