import { AppError } from '../errors.ts';
import { mendCharacters } from './mend-characters.ts';

/** What bytes 80 to 9F mean in Windows-1252, where Latin-1 has controls; blanks are bytes that it leaves open. */
const windowsMarks = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
/** Controls that texts hold: tab, line ends, form feed, escape of old terminals, end of file of old editors. */
const textControls = new Set([0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b]);
const sampleBytes = 65_536;
const mostControls = 0.002;
const mostBroken = 0.05;

/**
 * Text of a file in any common encoding: by its byte order mark; UTF-16 without one by its zero bytes; else UTF-8
 * where the bytes are (a few broken ones aside), the encoding that the file declares, or Windows-1252, which holds
 * ISO-8859-1. Ligatures and soft hyphens are mended.
 * Throws AppError `corpus_invalid`, with `file` named, when the bytes are no text.
 */
export function decodeText(file: string, bytes: Uint8Array, declared: string | null = null): string {
  const marked = readMarked(bytes);
  const text = marked ?? readUnmarked(file, bytes, declared);
  return mendCharacters(text);
}

function readMarked(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return readUtf8(bytes) ?? readWindows(bytes);
  if (first === 0xff && second === 0xfe) return readUtf16(bytes, true);
  return first === 0xfe && second === 0xff ? readUtf16(bytes, false) : null;
}

function readUnmarked(file: string, bytes: Uint8Array, declared: string | null): string {
  const zeros = countZeros(bytes);
  if (zeros.odd > zeros.pairs * 0.5 && zeros.even < zeros.pairs * 0.05) return readUtf16(bytes, true);
  if (zeros.even > zeros.pairs * 0.5 && zeros.odd < zeros.pairs * 0.05) return readUtf16(bytes, false);
  if (zeros.odd + zeros.even > 0 || hasControls(bytes)) throw notText(file, bytes);
  return readUtf8(bytes) ?? readDeclared(bytes, declared) ?? readWindows(bytes);
}

function countZeros(bytes: Uint8Array): { even: number; odd: number; pairs: number } {
  const zeros = { even: 0, odd: 0, pairs: Math.floor(Math.min(bytes.length, sampleBytes) / 2) };
  for (let at = 0; at < zeros.pairs * 2; at++) if (bytes[at] === 0) zeros[at % 2 === 0 ? 'even' : 'odd']++;
  return zeros;
}

function hasControls(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleBytes);
  const controls = sample.reduce((sum, byte) => sum + (byte < 32 && !textControls.has(byte) ? 1 : 0), 0);
  return controls > sample.length * mostControls;
}

/** A copy cut short or patched from two sources has a few broken bytes and is UTF-8 all the same. */
function readUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  const foreign = text.match(/[\u0080-\u{10FFFF}]/gu)?.length ?? 0;
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  return broken <= foreign * mostBroken ? text : null;
}

/** Halves of characters become U+FFFD, as in every other encoding: nothing after this can keep or parse them. */
function readUtf16(bytes: Uint8Array, littleEnd: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  for (let from = 0; from + 1 < bytes.length; from += 8192) {
    const units: number[] = [];
    for (let at = from; at + 1 < Math.min(bytes.length, from + 8192); at += 2)
      units.push(view.getUint16(at, littleEnd));
    parts.push(String.fromCharCode(...units));
  }
  return parts.join('').toWellFormed();
}

function readDeclared(bytes: Uint8Array, declared: string | null): string | null {
  if (declared === null || /^(?:utf-?8|iso-?8859-?1|latin-?1|us-ascii|windows-1252)$/i.test(declared))
    return null;
  try {
    return new TextDecoder(declared, { fatal: true }).decode(bytes);
  } catch {
    // A name that nobody knows, or bytes that are not what it says: the usual guess is better.
    return null;
  }
}

/** By hand, because runtimes differ: some read Windows-1252 as Latin-1. */
function readWindows(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += 8192) {
    const codes = Array.from(bytes.subarray(from, from + 8192), windowsCode);
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}

function windowsCode(byte: number): number {
  if (byte < 0x80 || byte > 0x9f) return byte;
  const mark = windowsMarks[byte - 0x80];
  return mark === undefined || mark === ' ' ? 0xfffd : mark.charCodeAt(0);
}

function notText(file: string, bytes: Uint8Array): AppError {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  const known = start.startsWith('%PDF')
    ? 'they are those of a PDF; name it .pdf'
    : start.startsWith('PK')
      ? 'they are those of a Word or zip file; name a Word file .docx, unpack a zip file'
      : start.startsWith('\u00d0\u00cf\u0011\u00e0')
        ? 'they are those of an old Word file; save it as .docx or PDF'
        : 'save it as UTF-8 text and add it again';
  return new AppError('corpus_invalid', `${file}: its bytes are no text: ${known}`);
}
