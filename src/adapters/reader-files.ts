import { fileURLToPath } from 'node:url';
import type { CheckedFile } from './checked-file.ts';

/** The reader's model; it lies beside its card. */
export const readerFile = {
  file: 'model_quantized.onnx',
  bytes: 34_131_138,
  sha256: '9c91623f5d05e28bdcaf147b2a028d0373c3ab618c7a4354e2f88d14c50a0c25',
} as const satisfies CheckedFile;

export const readerName = 'e5-small-v2-reader';

/** Where the model lies in the project. */
export function readerPath(): string {
  return fileURLToPath(new URL(`../answer/reader-model/${readerFile.file}`, import.meta.url));
}
