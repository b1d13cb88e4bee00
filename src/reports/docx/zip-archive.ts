import { Inflate } from 'fflate';
import { wordFileError } from './refuse-file.ts';

/** What a Word file may hold, in entries and unpacked bytes: several times a report of 5,000 pages. */
export const zipLimits = { entries: 10_000, partBytes: 128 * 1024 * 1024 } as const;

interface Entry {
  method: number;
  checksum: number;
  packedSize: number;
  size: number;
  offset: number;
  encrypted: boolean;
}

/** A zip archive whose entries are unpacked when asked for, never beyond the size that the archive states. */
export interface ZipArchive {
  names: string[];
  /** The bytes of an entry, or null where there is none. Throws AppError `corpus_invalid` when it is damaged. */
  read(name: string): Uint8Array | null;
}

const damaged = 'is damaged or was cut short; get a whole copy and add that';
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const localSignature = 0x04034b50;
const endSize = 22;
const longestComment = 0xffff;
const chunkBytes = 16 * 1024;

/** Reads the list of a zip archive. Throws AppError `corpus_invalid` when it is damaged or over the limits. */
export function openZip(bytes: Uint8Array): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = orDamaged(() => listEntries(view, bytes));
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      return entry ? readEntry({ view, bytes, name }, entry) : null;
    },
  };
}

/** A place outside the bytes is a RangeError of DataView. */
function orDamaged<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof RangeError) throw wordFileError(damaged, cause);
    throw cause;
  }
}

function listEntries(view: DataView, bytes: Uint8Array): Map<string, Entry> {
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > zipLimits.entries) {
    throw wordFileError(
      `holds ${count} parts, more than the ${zipLimits.entries} allowed; save it anew in Word and add that`,
    );
  }
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let number = 0; number < count; number++) {
    if (view.getUint32(at, true) !== entrySignature) throw wordFileError(damaged);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    entries.set(name.replaceAll('\\', '/').replace(/^\//, ''), {
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endSize - longestComment);
  for (let at = view.byteLength - endSize; at >= lowest; at--) {
    if (view.getUint32(at, true) === endSignature) return at;
  }
  throw wordFileError(damaged);
}

function readEntry(source: { view: DataView; bytes: Uint8Array; name: string }, entry: Entry): Uint8Array {
  const { view, bytes, name } = source;
  if (entry.encrypted)
    throw wordFileError('is locked with a password; save a copy without a password and add that');
  if (entry.size > zipLimits.partBytes) {
    const megabytes = Math.round(zipLimits.partBytes / 1024 / 1024);
    throw wordFileError(
      `unpacks to more than ${megabytes} MB of text (${name}); split it and add its parts one by one`,
    );
  }
  const packed = orDamaged(() => {
    if (view.getUint32(entry.offset, true) !== localSignature) throw wordFileError(damaged);
    const names = view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
    return bytes.subarray(entry.offset + 30 + names, entry.offset + 30 + names + entry.packedSize);
  });
  const unpacked = entry.method === 0 ? packed : inflate(packed, entry);
  if (unpacked.length !== entry.size || crc32(unpacked) !== entry.checksum) throw wordFileError(damaged);
  return unpacked;
}

/** Unpacks piece by piece, so that an entry which states a small size cannot unpack to a large one. */
function inflate(packed: Uint8Array, { size, method }: Entry): Uint8Array {
  if (method !== 8) throw wordFileError('is packed in an unknown way; open it in Word, save it and add that');
  const unpacked = new Uint8Array(size);
  let filled = 0;
  const stream = new Inflate((piece) => {
    if (filled + piece.length > size) throw wordFileError(damaged);
    unpacked.set(piece, filled);
    filled += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += chunkBytes)
      stream.push(packed.subarray(at, at + chunkBytes), at + chunkBytes >= packed.length);
  } catch (cause) {
    throw wordFileError(damaged, cause);
  }
  return unpacked.subarray(0, filled);
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let value = -1;
  for (const byte of bytes) value = (value >>> 8) ^ (crcTable[(value ^ byte) & 0xff] ?? 0);
  return (value ^ -1) >>> 0;
}
