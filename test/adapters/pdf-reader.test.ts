import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
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
    ['is damaged', withRoot('['.repeat(200_000))],
    ['has no text on any page', withRoot('<< /Type /Catalog /Pages 1 0 R >>')],
    [
      'has no text on any page',
      withRoot('<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 3 /Kids [2 0 R] >>'),
    ],
    ['has 5000 pages, and at most 3000 are read', rawPdf(Array(5_000).fill(textPage(['Words.'])))],
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

  it('says of a file whose objects are numbered wrongly that it is damaged', async () => {
    const text = new TextDecoder('latin1').decode(recorded('one-column'));
    const bytes = Uint8Array.from(text.replaceAll(' 0 obj', ' 9 obj'), (letter) => letter.charCodeAt(0));
    expect(String(await problemOf(bytes))).toMatch(/report\.pdf: (?:is damaged|has no text).*; /);
  });

  it('stops on the signal', async () => {
    const controller = new AbortController();
    const reading = problemOf(good, { signal: controller.signal });
    controller.abort();
    expect(await reading).toMatchObject({ code: 'interrupted' });
  });

  it('stops at a page that unpacks to more than it may', async () => {
    const error = await problemOf(packedPage('(Words) Tj '.repeat(30_000_000)), { memoryMb: 256 });
    expect(error).toMatchObject({ code: 'corpus_invalid' });
    expect(String(error)).toMatch(/needs more than 256 MiB of memory|is damaged/);
  });
});

/** A file of these objects, the first of them its root. */
function withRoot(...objects: string[]): Uint8Array {
  const written = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.7\n${written}trailer\n<< /Root 1 0 R >>\n%%EOF\n`);
}

/** A file of one page whose content is packed. */
function packedPage(content: string): Uint8Array {
  const packed = deflateSync(`BT /F 11 Tf 72 760 Td ${content} ET`, { level: 1 });
  const page =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents 5 0 R >>';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    page,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed.toString('latin1')}\nendstream`,
  ];
  const written = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('');
  return Buffer.from(`%PDF-1.7\n${written}trailer\n<< /Root 1 0 R >>\n%%EOF\n`, 'latin1');
}

/** Its keys belong to a password that nobody knows. */
function encrypted(): Uint8Array {
  const key = `<${'5a'.repeat(32)}>`;
  const filter = `/Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -44`;
  return rawPdf([textPage(['1. A secret.'])], `/Encrypt << ${filter} >> /ID [<00> <00>]`);
}
