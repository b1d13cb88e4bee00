import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface FolderWatcher {
  close(): void;
}

/**
 * Looks at the files of a folder every `pollMs` and tells of a change once they have been the same for two looks: a
 * file that is still being copied is left to come to rest. Polling works on network shares, where notifications do not.
 */
export async function watchFolder(
  folder: string,
  { pollMs, onChange }: { pollMs: number; onChange: () => void },
): Promise<FolderWatcher> {
  let told = await describeFiles(folder);
  let before = told;
  let looking = false;
  const look = async () => {
    if (looking) return;
    looking = true;
    const now = await describeFiles(folder);
    looking = false;
    const isAtRest = now === before;
    before = now;
    if (!isAtRest || now === told) return;
    told = now;
    onChange();
  };
  const timer = setInterval(() => void look(), pollMs);
  timer.unref();
  return { close: () => clearInterval(timer) };
}

/**
 * Whether a folder, or a file in it, was put there or changed after a time. A copy that keeps the times of its original is
 * seen too: what counts is when the file system wrote the entry.
 */
export async function changedAfter(folder: string, time: Date): Promise<boolean> {
  const names = await readdir(folder).catch(() => []);
  const paths = [folder, ...names.filter((name) => !name.startsWith('.')).map((name) => join(folder, name))];
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => null)));
  return found.some((entry) => entry !== null && entry.ctimeMs > time.getTime());
}

/** Names, sizes and times; a folder that cannot be read at the moment looks like an empty one. */
async function describeFiles(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => []);
  const files = names
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => null);
      return found ? `${name} ${found.size} ${found.mtimeMs} ${found.ino}` : name;
    });
  return (await Promise.all(files)).join('\n');
}
