import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../errors.ts';
import { indexSchema, type Manifest, manifestShape } from '../index/manifest.ts';
import { hashFile } from './durable-files.ts';
import { generationFiles } from './generation-folder.ts';

/** AppError `index_damaged` about one file of a generation. */
export function damagedFile(folder: string, file: string, problem: string, cause?: unknown): AppError {
  const message = `The index file ${join(folder, file)} ${problem}. Run: pincite index`;
  return new AppError('index_damaged', message, { cause });
}

/**
 * Reads what a generation says of itself. Throws AppError `index_damaged`, or `index_mismatch` when it was made by a
 * version that lays its files out otherwise.
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readText(folder, generationFiles.manifest);
  const seal = await readText(folder, generationFiles.seal);
  if (seal !== sealOf(text)) {
    throw damagedFile(folder, generationFiles.manifest, 'is not what was written');
  }
  const raw: { schema?: unknown } | null = JSON.parse(text);
  if (raw?.schema !== indexSchema) {
    throw new AppError(
      'index_mismatch',
      `The index in ${folder} has schema ${String(raw?.schema)}, this version of Pincite reads schema ${indexSchema}. Run: pincite index`,
    );
  }
  const parsed = manifestShape.safeParse(raw);
  if (parsed.success) return parsed.data;
  throw damagedFile(folder, generationFiles.manifest, 'is no manifest', parsed.error);
}

/** What `manifest.sha256` holds for a manifest of this text. */
export function sealOf(manifest: string): string {
  return `${createHash('sha256').update(manifest).digest('hex')}\n`;
}

async function readText(folder: string, file: string): Promise<string> {
  return readFile(join(folder, file), 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw damagedFile(folder, file, cause.code === 'ENOENT' ? 'is missing' : 'cannot be read', cause);
  });
}

/** The files that a generation of this manifest has to have. */
export function neededFiles({ model }: Pick<Manifest, 'model'>): string[] {
  return [generationFiles.paragraphs, ...(model ? Object.values(generationFiles.vectors) : [])];
}

/** Holds one file against the manifest, size before hash. With `into`, the bytes are kept there. Throws `index_damaged`. */
export async function checkFile(
  folder: string,
  [file, entry]: readonly [string, Manifest['files'][string]],
  into?: Uint8Array,
): Promise<void> {
  const problem = await problemOf(join(folder, file), entry, into);
  if (problem) throw damagedFile(folder, file, problem);
}

async function problemOf(
  path: string,
  entry: Manifest['files'][string],
  into?: Uint8Array,
): Promise<string | null> {
  try {
    const { size } = await stat(path);
    if (size !== entry.bytes) return `has ${size} bytes instead of ${entry.bytes}`;
    return (await hashFile(path, into)) === entry.sha256
      ? null
      : 'is damaged: its hash is not the one written down';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is missing' : 'cannot be read';
  }
}
