import { fileURLToPath } from 'node:url';
import type { CheckedFile } from './checked-file.ts';

/** The reader's model; it lies beside its card. */
export const readerFile = {
  file: 'model_quantized.onnx',
  bytes: 34_131_138,
  sha256: 'f0a41dcbf1216fe80308b1869423a03bc6b3c87eff6c98c177a25a27b38356a5',
} as const satisfies CheckedFile;

export const readerName = 'e5-small-v2-reader';

/** Where the model lies in the project. */
export function readerPath(): string {
  return fileURLToPath(new URL(`../answer/reader-model/${readerFile.file}`, import.meta.url));
}
