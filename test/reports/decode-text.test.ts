import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/reports/decode-text.ts';
import { readReport } from '../../src/reports/read-report.ts';

const words = 'The council’s “plan” – £5 – café';
const utf16 = (text: string, little: boolean) =>
  new Uint8Array(
    [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return little ? [code & 255, code >> 8] : [code >> 8, code & 255];
    }),
  );
const windows = new Uint8Array([
  ...[0x93, 0x70, 0x6c, 0x61, 0x6e, 0x94, 0x20, 0x96, 0x20, 0xa3, 0x35, 0x20, 0x63, 0x61, 0x66, 0xe9],
]);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('text in any common encoding', () => {
  it.each([
    ['UTF-8', utf8(words)],
    ['UTF-8 with a byte order mark', utf8(`\uFEFF${words}`)],
    ['UTF-16, little end first, marked', utf16(`\uFEFF${words}`, true)],
    ['UTF-16, big end first, marked', utf16(`\uFEFF${words}`, false)],
    ['UTF-16, little end first, unmarked', utf16(words, true)],
    ['UTF-16, big end first, unmarked', utf16(words, false)],
  ])('reads %s', (_, bytes) => {
    expect(decodeText('a.txt', bytes)).toBe(words);
  });

  it('reads Windows-1252 and ISO-8859-1', () => {
    expect(decodeText('a.txt', windows)).toBe('“plan” – £5 café');
    expect(decodeText('a.txt', new Uint8Array([0x63, 0x61, 0x66, 0xe9]))).toBe('café');
  });

  it('reads UTF-8 that was cut in the middle of a letter as UTF-8', () => {
    const cut = utf8(`${'’'.repeat(40)}é`).slice(0, -1);
    expect(decodeText('a.txt', cut)).toContain('’'.repeat(40));
  });

  it('reads what a page declares where its bytes are not UTF-8', async () => {
    const page = new Uint8Array([...utf8('<meta charset="iso-8859-2"><p>'), 0xb1]);
    const { lines } = await readReport({ file: 'a.html', bytes: page });
    expect(lines.map((line) => line.text)).toEqual(['ą']);
  });

  it('makes letters of ligatures and drops soft hyphens inside lines', () => {
    expect(decodeText('a.txt', utf8('o\uFB03ce inter\u00ADagency\u200B ser\u00AD\nvices'))).toBe(
      'office interagency ser\u00AD\nvices',
    );
  });

  it('says which file is no text, and what to do', () => {
    const binary = (start: string) => new Uint8Array([...utf8(start), 0, 1, 2, 3, 0, 0, 250, 0, 17]);
    expect(() => decodeText('a.txt', binary('%PDF-1.7'))).toThrow(/^a\.txt: .*no text.* \.pdf$/);
    expect(() => decodeText('b.txt', binary('PK'))).toThrow(/^b\.txt: .*\.docx/);
    expect(() => decodeText('c.txt', binary(''))).toThrow(/^c\.txt: .*save it as UTF-8/);
  });
});
