import { AppError } from '../errors.ts';
import { layOutPages } from '../reports/pdf/lay-out-pages.ts';
import type { PdfNotes } from '../reports/pdf/pdf-page.ts';
import type { Line } from '../reports/report.ts';
import { extractPages, TooManyPages } from './pdf-pages.ts';

/** What a PDF file was read to. */
export interface PdfReading {
  lines: Line[];
  notes: PdfNotes;
}

const endSearched = 4_096;

/**
 * Reads a PDF file in this thread. `file` names it in messages. Throws AppError `corpus_invalid` for a file that is
 * encrypted, cut short, damaged, no PDF, a scan throughout, or of more pages than `maxPages`.
 */
export async function readPdfHere(
  bytes: Uint8Array,
  { file, maxPages }: { file: string; maxPages: number },
): Promise<PdfReading> {
  checkFrame(bytes, file);
  const { pages, pagesWithoutText } = await extractPages(bytes, { maxPages }).catch((cause: unknown) => {
    throw new AppError('corpus_invalid', `${file}: ${explain(cause, maxPages)}`, { cause });
  });
  const { lines, notes } = layOutPages(pages);
  if (lines.length === 0) {
    const scan =
      'has no text on any page, as scans have; run text recognition (OCR) over it and add it again';
    throw new AppError('corpus_invalid', `${file}: ${scan}`);
  }
  return { lines, notes: { ...notes, pagesWithoutText } };
}

/** A file that lost its end would be read without a word about its last pages. */
function checkFrame(bytes: Uint8Array, file: string): void {
  const decode = (part: Uint8Array) => new TextDecoder('latin1').decode(part);
  if (!decode(bytes.subarray(0, 1_024)).includes('%PDF-'))
    throw new AppError('corpus_invalid', `${file}: is no PDF file; give it the ending of what it is`);
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0 || bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--;
  if (!decode(bytes.subarray(Math.max(0, end - endSearched), end)).includes('%%EOF'))
    throw new AppError('corpus_invalid', `${file}: is cut short, its end is missing; fetch it again whole`);
}

function explain(cause: unknown, maxPages: number): string {
  if (cause instanceof TooManyPages)
    return `has ${cause.pages} pages, and at most ${maxPages} are read; split it into parts`;
  if (cause instanceof Error && cause.name === 'PasswordException')
    return 'is encrypted and needs a password; save it without one and add it again';
  return 'is damaged and cannot be read; open it in a PDF program, save it anew and add it again';
}
