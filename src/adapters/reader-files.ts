import { fileURLToPath } from 'node:url';
import type { CheckedFile } from './checked-file.ts';

/** The reader's model; it lies beside its card. */
export const readerFile = {
  file: 'model_quantized.onnx',
  bytes: 34_131_138,
  sha256: 'ac201fea3d9c8351157e7a2206e081cc3e057a9da2e88bff0b280586a6c85f49',
} as const satisfies CheckedFile;

export const readerName = 'e5-small-v2-reader';

/** Where the model lies in the project. */
export function readerPath(): string {
  return fileURLToPath(new URL(`../answer/reader-model/${readerFile.file}`, import.meta.url));
}
