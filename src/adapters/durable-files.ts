import { createHash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

const chunkBytes = 1 << 22;

/** Waits until a file's bytes are on the disk, not only on their way. */
export async function syncFile(file: string): Promise<void> {
  // A file that may only be read can be synced, too, but not on Windows.
  await syncPath(file, process.platform === 'win32' ? 'r+' : 'r');
}

/** Waits until a folder's names are on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot sync a folder and does not need to.
  if (process.platform !== 'win32') await syncPath(folder, 'r');
}

async function syncPath(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a small file so that a reader, and a crash, sees the old content or the new one whole. */
export async function replaceFile(file: string, content: string): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`;
  await writeNewFile(temporary, content);
  await rename(temporary, file);
  await syncFolder(dirname(file));
}

/** Writes a small file through to the disk. Throws when what is read back differs. */
export async function writeNewFile(file: string, content: string): Promise<void> {
  const handle = await open(file, 'w');
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  if ((await readFile(file, 'utf8')) !== content) throw new Error(`${file} reads back differently`);
}

/**
 * SHA-256 of a file in hex, read in parts so that other work goes on; with `into`, the bytes are kept there too.
 */
export async function hashFile(file: string, into?: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  const handle = await open(file);
  try {
    const own = into ?? new Uint8Array(chunkBytes);
    let place = 0;
    for (;;) {
      const start = into ? place : 0;
      const { bytesRead } = await handle.read(own, start, Math.min(chunkBytes, own.length - start), place);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(own.subarray(start, start + bytesRead));
      place += bytesRead;
    }
  } finally {
    await handle.close();
  }
}
