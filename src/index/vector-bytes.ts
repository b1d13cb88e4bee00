import { AppError } from '../errors.ts';

const bytesPerNumber = Float32Array.BYTES_PER_ELEMENT;
// Float32Array is read and written in the machine's order; vector files are little-endian, as every runtime here is.
const littleEndian = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/**
 * One file's bytes for the given vectors: row after row, Float32, little-endian, nothing else.
 * Throws AppError `embedding_failed` when a vector has another length or holds a value that is not a finite number.
 */
export function vectorsToBytes(
  vectors: readonly Float32Array[],
  dimensions: number,
): Uint8Array<ArrayBuffer> {
  assertLittleEndian();
  const matrix = new Float32Array(vectors.length * dimensions);
  vectors.forEach((vector, row) => {
    if (vector.length !== dimensions || !vector.every(Number.isFinite)) {
      throw new AppError(
        'embedding_failed',
        `Vector ${row} is not ${dimensions} finite numbers; the embedding model gave an unusable reply. Index again.`,
      );
    }
    matrix.set(vector, row * dimensions);
  });
  return new Uint8Array(matrix.buffer);
}

/**
 * The rows of a vector file, one after the other. Shares the bytes' memory where their place in it allows.
 * Throws AppError `index_damaged` when the file is not exactly `rows` rows.
 */
export function readVectors(bytes: Uint8Array, shape: { rows: number; dimensions: number }): Float32Array {
  assertLittleEndian();
  const numbers = shape.rows * shape.dimensions;
  if (bytes.byteLength !== numbers * bytesPerNumber) {
    throw new AppError(
      'index_damaged',
      `A vector file has ${bytes.byteLength} bytes instead of ${numbers * bytesPerNumber} (${shape.rows} rows of ${shape.dimensions} numbers). Index again.`,
    );
  }
  const aligned = bytes.byteOffset % bytesPerNumber === 0 ? bytes : bytes.slice();
  return new Float32Array(aligned.buffer, aligned.byteOffset, numbers);
}

function assertLittleEndian(): void {
  if (!littleEndian) throw new AppError('internal', 'Vector files need a little-endian machine.');
}
