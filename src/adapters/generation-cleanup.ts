import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { checkFile, readManifest } from './generation-files.ts';
import {
  generationFolder,
  generationsFolder,
  listGenerations,
  listUnfinished,
  unfinishedPrefixes,
} from './generation-folder.ts';
import type { IndexCoordination } from './index-coordination.ts';

/** Verifies every file of a generation against its manifest. Throws AppError `index_damaged` or `index_mismatch`. */
export async function verifyGeneration(folder: string): Promise<void> {
  const manifest = await readManifest(folder);
  for (const entry of Object.entries(manifest.files)) await checkFile(folder, entry);
}

/** Removes what killed builds and removals left; only for who holds the index lock. */
export async function removeUnfinished(indexDir: string, coordination: IndexCoordination): Promise<void> {
  await coordination.forgetRemovals();
  for (const name of await listUnfinished(indexDir)) {
    await rm(join(generationsFolder(indexDir), name), { recursive: true, force: true });
  }
}

/**
 * Removes generations except the one in use and the newest other good one, if no process holds them; only for who
 * holds the index lock.
 */
export async function removeOldGenerations(
  indexDir: string,
  current: string,
  coordination: IndexCoordination,
): Promise<void> {
  const others = (await listGenerations(indexDir)).filter((id) => id !== current);
  const previous = await firstGood(indexDir, others);
  for (const id of others.filter((other) => other !== previous)) {
    await coordination.removeUnlessHeld(id, () => removeFolder(indexDir, id));
  }
}

async function firstGood(indexDir: string, ids: readonly string[]): Promise<string | null> {
  for (const id of ids) {
    const good = await verifyGeneration(generationFolder(indexDir, id)).then(
      () => true,
      () => false,
    );
    if (good) return id;
  }
  return null;
}

/** Takes the name away first: a removal that is killed leaves nothing that looks like a generation. */
async function removeFolder(indexDir: string, id: string): Promise<void> {
  const doomed = join(generationsFolder(indexDir), `${unfinishedPrefixes.removing}${id}`);
  await rename(generationFolder(indexDir, id), doomed);
  await rm(doomed, { recursive: true, force: true });
}
