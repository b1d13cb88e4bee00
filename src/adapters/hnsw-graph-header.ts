import { open } from 'node:fs/promises';

/** What a graph file says of itself, and the least bytes that a whole file of that kind has. */
export interface GraphHeader {
  size: number;
  dimensions: number;
  bytes: number;
  leastBytes: number;
}

// hnswlib writes its fields one after the other: six 64-bit counts, two 32-bit numbers, five more of 64 bits.
const headerBytes = 96;
const offsets = { size: 16, bytesPerRow: 24, labelOffset: 32, vectorOffset: 40 };
const linkCountBytes = 4;

/** Reads the header of an hnswlib graph file. Throws when the file is missing, short or not such a file. */
export async function readGraphHeader(file: string): Promise<GraphHeader> {
  const handle = await open(file);
  try {
    const { size: bytes } = await handle.stat();
    const { bytesRead, buffer } = await handle.read(
      new DataView(new ArrayBuffer(headerBytes)),
      0,
      headerBytes,
      0,
    );
    if (bytesRead < headerBytes) throw new Error(`${bytesRead} bytes are no graph header`);
    const count = (offset: number) => Number(buffer.getBigUint64(offset, true));
    const dimensions =
      (count(offsets.labelOffset) - count(offsets.vectorOffset)) / Float32Array.BYTES_PER_ELEMENT;
    if (!Number.isSafeInteger(dimensions) || dimensions <= 0)
      throw new Error('the header is not a graph header');
    const size = count(offsets.size);
    return {
      size,
      dimensions,
      bytes,
      leastBytes: headerBytes + size * (count(offsets.bytesPerRow) + linkCountBytes),
    };
  } finally {
    await handle.close();
  }
}
