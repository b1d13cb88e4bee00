import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile, syncFolder } from './durable-files.ts';

/** The files of a generation's folder. */
export const generationFiles = {
  manifest: 'manifest.json',
  /** SHA-256 of the manifest, which vouches for every other file. */
  seal: 'manifest.sha256',
  paragraphs: 'paragraphs.sqlite',
  vectors: { paragraphs: 'paragraph-vectors.f32', sentences: 'sentence-vectors.f32' },
  graphs: { paragraphs: 'paragraph-vectors.hnsw', sentences: 'sentence-vectors.hnsw' },
} as const;

/** Folders of this prefix are being built or removed; whoever holds the index lock clears those left behind. */
export const unfinishedPrefixes = { building: 'building-', removing: 'removing-' } as const;

const idPattern = /^\d{8}t\d{9}z-[0-9a-f]{6}$/;

/** Sorts by time; the corpus's hash tells apart what was built from what. */
export function newGenerationId(corpus: string, now: Date): string {
  const time = now.toISOString().replace(/[-:.]/g, '').toLowerCase();
  return `${time}-${corpus.slice(0, 6)}`;
}

/** Where all generations lie. */
export function generationsFolder(indexDir: string): string {
  return join(indexDir, 'generations');
}

/** Where one generation lies. */
export function generationFolder(indexDir: string, id: string): string {
  return join(generationsFolder(indexDir), id);
}

/** Finished generations, newest first; empty where there is no index. */
export async function listGenerations(indexDir: string): Promise<string[]> {
  const names = await namesIn(generationsFolder(indexDir));
  return names
    .filter((name) => idPattern.test(name))
    .sort()
    .reverse();
}

/** Folders of builds and removals that did not finish. */
export async function listUnfinished(indexDir: string): Promise<string[]> {
  const names = await namesIn(generationsFolder(indexDir));
  return names.filter((name) => Object.values(unfinishedPrefixes).some((prefix) => name.startsWith(prefix)));
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
}

/** The pointer to the generation in use: its content, and a mark that changes whenever it is written. */
export interface CurrentPointer {
  id: string;
  mark: string;
}

/** Null when there is no pointer, or none that names a generation. */
export async function readCurrent(indexDir: string): Promise<CurrentPointer | null> {
  const file = join(indexDir, 'CURRENT');
  try {
    const id = (await readFile(file, 'utf8')).trim();
    const { mtimeMs, ino } = await stat(file);
    return idPattern.test(id) ? { id, mark: `${id} ${mtimeMs} ${ino}` } : null;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Makes a finished generation the one in use. */
export async function pointCurrentTo(indexDir: string, id: string): Promise<void> {
  await replaceFile(join(indexDir, 'CURRENT'), `${id}\n`);
  await syncFolder(indexDir);
}
