import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseFileName } from '../reports/read-report.ts';
import { editReportsJson } from '../reports/reports-json.ts';
import type { PlannedCorpus } from './corpus-change.ts';
import { type Corpus, listFile } from './corpus-folder.ts';
import { asDiskFull } from './disk-full.ts';
import { syncFile, syncFolder } from './durable-files.ts';

/**
 * Keeps the files that a change takes away or overwrites, each in a folder of its own with its entry of
 * `reports.json` beside it, so that it can be added again. Gives the paths. Throws AppError `disk_full`.
 */
export async function keepRemoved(
  before: Corpus,
  { corpus, changed }: PlannedCorpus,
  stateDir: string,
): Promise<string[]> {
  const now = new Map(corpus.files.map(({ file, sha256 }) => [file, sha256]));
  const lost = before.files.filter(
    ({ file, sha256 }) => changed.some((one) => one.file === file) && now.get(file) !== sha256,
  );
  try {
    const kept: string[] = [];
    for (const { file, bytes, sha256 } of lost) {
      const { id } = parseFileName(file);
      const day = new Date().toISOString().slice(0, 10);
      const folder = join(stateDir, 'removed', `${day}-${id}-${sha256.slice(0, 12)}`);
      await mkdir(folder, { recursive: true });
      await writeSynced(join(folder, file), bytes);
      const metadata = before.metadata.get(id);
      if (metadata) await writeSynced(join(folder, listFile), editReportsJson('', new Map([[id, metadata]])));
      await syncFolder(folder);
      kept.push(join(folder, file));
    }
    return kept;
  } catch (error) {
    throw asDiskFull(error, stateDir);
  }
}

async function writeSynced(path: string, content: string | Uint8Array): Promise<void> {
  await writeFile(path, content);
  await syncFile(path);
}
