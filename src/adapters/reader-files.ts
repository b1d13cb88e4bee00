import { fileURLToPath } from 'node:url';
import type { CheckedFile } from './checked-file.ts';

/** The reader's model; it lies beside its card. */
export const readerFile = {
  file: 'model_quantized.onnx',
  bytes: 34_131_138,
  sha256: 'bbe5560f93d72fef69f4520bef839a4ee15510d8c075ec60e9b683189e0683b8',
} as const satisfies CheckedFile;

export const readerName = 'e5-small-v2-reader';

/** Where the model lies in the project. */
export function readerPath(): string {
  return fileURLToPath(new URL(`../answer/reader-model/${readerFile.file}`, import.meta.url));
}
