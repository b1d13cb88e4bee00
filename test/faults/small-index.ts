import { mkdtempSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { generationFolder, readCurrent } from '../../src/adapters/generation-folder.ts';
import { type UpdateOptions, type UpdateResult, updateIndex } from '../../src/entries/update-index.ts';
import { fakeEmbedder, sampleReport } from '../index/sample-reports.ts';

/** An empty folder for an index, removed after the test. */
export function newIndexFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pincite-index-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A corpus of made-up paragraphs that all speak of visits; `edition` tells one state of it from another. */
export function smallCorpus(edition: number, paragraphs = 40) {
  const texts = Array.from({ length: paragraphs }, (_, n) => `Visit ${n} of edition ${edition} was on time.`);
  return {
    sha256: edition.toString(16).padStart(64, '0'),
    reports: () => [sampleReport('Ambridge', texts), sampleReport('Borchester', texts.toReversed())],
  };
}

/** Indexes an edition of the small corpus with the fake embedder. */
export function indexEdition(
  indexDir: string,
  edition: number,
  options: Partial<UpdateOptions> = {},
): Promise<UpdateResult> {
  return updateIndex(smallCorpus(edition), { indexDir, embedder: fakeEmbedder(), version: '1', ...options });
}

/** The folder and the files of the generation in use. */
export async function currentFiles(
  indexDir: string,
): Promise<{ id: string; folder: string; files: string[] }> {
  const current = await readCurrent(indexDir);
  if (!current) throw new Error('there is no generation in use');
  const folder = generationFolder(indexDir, current.id);
  return { id: current.id, folder, files: (await readdir(folder)).toSorted() };
}
