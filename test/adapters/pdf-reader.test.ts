import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPdf } from '../../src/adapters/pdf-reader.ts';
import type { PdfNotes } from '../../src/reports/pdf/pdf-page.ts';
import { rawPdf, textPage } from './pdf-raw.ts';

const file = 'report.pdf';
const recorded = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../recordings/pdf/${name}.pdf`, import.meta.url)));
const good = rawPdf([textPage(['1. The only paragraph.'])]);

const problemOf = (bytes: Uint8Array, options = {}) =>
  readPdf(bytes, { file, ...options }).then(
    () => null,
    (error: unknown) => error,
  );

describe('a PDF reader in a thread of its own', () => {
  it('reads a file and leaves its bytes to the caller', async () => {
    const bytes = good.slice();
    const lines = await readPdf(bytes, { file });
    expect(lines.map(({ text, page }) => ({ text, page }))).toEqual([
      { text: '1. The only paragraph.', page: 1 },
    ]);
    expect(bytes).toEqual(good);
  });

  it('names pages without text and reads the rest', async () => {
    let notes: PdfNotes | null = null;
    const lines = await readPdf(recorded('scan-between'), {
      file,
      onNotes: (found) => {
        notes = found;
      },
    });
    expect(notes).toMatchObject({ pages: 3, pagesWithoutText: [2] });
    expect(lines.filter(({ text }) => text !== '').map(({ page }) => page)).toEqual([1, 3]);
  });

  it.each([
    ['has no text on any page', rawPdf(['0 0 100 100 re f'])],
    ['is encrypted', encrypted()],
    ['is cut short', good.slice(0, good.length - 200)],
    ['is no PDF file', new TextEncoder().encode('<html>not found</html>')],
    ['is no PDF file', new Uint8Array()],
    ['is damaged', new TextEncoder().encode('%PDF-1.7\nnothing of use\n%%EOF\n')],
  ])('says of a file that it %s', async (problem, bytes) => {
    const error = await problemOf(bytes);
    expect(error).toMatchObject({ code: 'corpus_invalid' });
    expect(String(error)).toContain(`${file}: ${problem}`);
  });

  it('stops at its limits of bytes, pages, time and memory', async () => {
    const many = rawPdf(Array.from({ length: 60 }, (_, at) => textPage([`${at}. A paragraph.`])));
    const problems = await Promise.all([
      problemOf(good, { maxBytes: 100 }),
      problemOf(many, { maxPages: 59 }),
      problemOf(many, { timeoutMs: 1 }),
      problemOf(many, { memoryMb: 8 }),
    ]);
    expect(problems.map((problem) => (problem as { code: string }).code)).toEqual(
      Array(4).fill('corpus_invalid'),
    );
    expect(problems.map(String)).toEqual([
      expect.stringContaining('has 1 MiB, and at most 1 MiB are read'),
      expect.stringContaining('has 60 pages, and at most 59 are read'),
      expect.stringContaining('takes longer than'),
      expect.stringContaining('needs more than 8 MiB of memory'),
    ]);
  });

  it('stops on the signal', async () => {
    const controller = new AbortController();
    const reading = problemOf(good, { signal: controller.signal });
    controller.abort();
    expect(await reading).toMatchObject({ code: 'interrupted' });
  });
});

/** Its keys belong to a password that nobody knows. */
function encrypted(): Uint8Array {
  const key = `<${'5a'.repeat(32)}>`;
  const filter = `/Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44`;
  return rawPdf([textPage(['1. A secret.'])], `/Encrypt << ${filter} >> /ID [<00> <00>]`);
}
