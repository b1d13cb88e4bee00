import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../errors.ts';

/** What a file must be, byte for byte. */
export interface CheckedFile {
  file: string;
  bytes: number;
  sha256: string;
}

const partEnding = '.part';
/** No fetch takes this long: an older part was left by a process that was killed. */
const stalePartMs = 3_600_000;
const diskFullCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);

/** True when the file is there and has the right size and hash. */
export async function isWhole(path: string, expected: CheckedFile): Promise<boolean> {
  return (await read(path, expected)) === 'whole';
}

/** True when a file is there that has another size or hash. */
export async function isDamaged(path: string, expected: CheckedFile): Promise<boolean> {
  return (await read(path, expected)) === 'damaged';
}

async function read(path: string, expected: CheckedFile): Promise<'whole' | 'damaged' | 'absent'> {
  try {
    // The size first: whatever is in its place may be huge.
    if ((await stat(path)).size !== expected.bytes) return 'damaged';
    return isExpected(await readFile(path), expected) ? 'whole' : 'damaged';
  } catch {
    return 'absent';
  }
}

function isExpected(bytes: Uint8Array, expected: CheckedFile): boolean {
  return (
    bytes.byteLength === expected.bytes &&
    createHash('sha256').update(bytes).digest('hex') === expected.sha256
  );
}

/**
 * Checks the bytes, writes them beside their place, flushes and renames: a reader sees the old file or the new one,
 * and two processes that write at once each put the same bytes there. Throws when the bytes are not the expected
 * ones, AppError `disk_full` when they do not fit, `model_unavailable` when the folder cannot be written.
 */
export async function writeWhole(path: string, bytes: Uint8Array, expected: CheckedFile): Promise<void> {
  if (!isExpected(bytes, expected)) {
    throw new Error(`what came for ${expected.file} has the wrong size or SHA-256`);
  }
  const part = join(dirname(path), `.${basename(path)}.${randomUUID()}${partEnding}`);
  try {
    await mkdir(dirname(path), { recursive: true });
    const handle = await open(part, 'wx');
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, path);
  } catch (cause) {
    await rm(part, { force: true }).catch(() => {});
    const { code } = cause as NodeJS.ErrnoException;
    if (!diskFullCodes.has(code ?? '')) {
      throw new AppError(
        'model_unavailable',
        `${path} cannot be written (${code}). Make its folder writable, or set XDG_CACHE_HOME to one that is.`,
        { cause },
      );
    }
    const megabytes = Math.ceil(bytes.byteLength / 1e6);
    const message = `The disk is full: ${path} needs ${megabytes} MB. Free some space and try again.`;
    throw new AppError('disk_full', message, { cause });
  }
}

/** Removes what killed processes left in the folder. */
export async function removeStaleParts(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((candidate) => candidate.endsWith(partEnding))) {
    const path = join(folder, name);
    const written = await stat(path).catch(() => null);
    if (written && Date.now() - written.mtimeMs > stalePartMs) await rm(path, { force: true });
  }
}
