import { join } from 'node:path';
import type { Corpus } from '../adapters/corpus-folder.ts';
import { readManifest } from '../adapters/generation-files.ts';
import { generationFiles, generationFolder, readCurrent } from '../adapters/generation-folder.ts';
import { openSqliteDatabase } from '../adapters/sqlite-database.ts';
import type { HeldReport } from '../corpus/describe-file.ts';
import { SqlParagraphStore } from '../index/sql-paragraph-store.ts';
import { parseFileName } from '../reports/read-report.ts';

/** The reports of a corpus, with the hashes of their paragraphs as far as the index in use knows them. */
export async function listHeld(corpus: Corpus, indexDir: string): Promise<HeldReport[]> {
  // Without an index, or with a damaged one, only whole files can be compared.
  const hashes = await readHashes(indexDir).catch(() => new Map<string, Set<string>>());
  return corpus.files.map(({ file, sha256 }) => {
    const { id } = parseFileName(file);
    const edition = sha256.slice(0, 12);
    const metadata = corpus.metadata.get(id) ?? null;
    return { id, edition, file, metadata, hashes: hashes.get(`${id} ${edition}`) ?? new Set() };
  });
}

/** Editions that the index in use holds, as "report edition", each with its paragraphs' hashes. */
export async function readHashes(indexDir: string): Promise<Map<string, Set<string>>> {
  const current = await readCurrent(indexDir);
  if (!current) return new Map();
  const folder = generationFolder(indexDir, current.id);
  await readManifest(folder);
  const database = openSqliteDatabase(join(folder, generationFiles.paragraphs), 'immutable');
  try {
    const store = new SqlParagraphStore(database);
    const found = new Map<string, Set<string>>();
    for (const { id, edition } of await store.reports()) {
      const paragraphs = await store.paragraphsOf(id);
      found.set(`${id} ${edition}`, new Set(paragraphs.map(({ hash }) => hash)));
    }
    return found;
  } finally {
    await database.close();
  }
}
