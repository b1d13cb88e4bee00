import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/errors.ts';
import { readDocx } from '../../../src/reports/docx/read-docx.ts';
import { paragraph, writeDocx } from './write-docx.ts';

const sound = writeDocx({ body: Array.from({ length: 40 }, (_, at) => paragraph(`Words ${at}.`)).join('') });
const wide = (name: string) => [...name].flatMap((letter) => [letter.charCodeAt(0), 0]);
const compound = (name: string) =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array(80).fill(0), ...wide(name)]);
const withDocument = (xml: string) => writeDocx({ body: '', parts: { 'word/document.xml': xml } });

function complaint(bytes: Uint8Array): string {
  try {
    readDocx(bytes);
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect(error).toMatchObject({ code: 'corpus_invalid' });
    return (error as AppError).message;
  }
  throw new Error('the file was read');
}

describe('files that are no readable Word file', () => {
  it.each([
    ['an empty file', new Uint8Array(), /empty/],
    ['a file with a password', compound('EncryptedPackage'), /password/],
    ['an old Word file', compound('WordDocument'), /old format \(\.doc\).*save it as \.docx/],
    ['another old Office file', compound('Workbook'), /no Word file/],
    ['rich text', strToU8('{\\rtf1 Words}'), /\.rtf/],
    ['a text', strToU8('Just words'), /does not begin as a \.docx/],
    ['a workbook', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /workbook/],
    ['a slide show', zipSync({ 'ppt/presentation.xml': strToU8('<x/>') }), /slide show/],
    ['an OpenDocument text', zipSync({ 'content.xml': strToU8('<x/>') }), /OpenDocument/],
    ['another zip archive', zipSync({ 'a.docx': sound }), /zip archive without a Word document/],
    [
      'a file with macros',
      writeDocx({ body: '', parts: { 'word/vbaProject.bin': 'x' } }),
      /macros \(\.docm\)/,
    ],
  ])('says what %s is and what to do', (_, bytes, message) => {
    expect(complaint(bytes)).toMatch(message);
  });

  it('says of a file that was cut short that it is damaged', () => {
    for (const share of [0.1, 0.5, 0.9, 0.99])
      expect(complaint(sound.slice(0, Math.floor(sound.length * share)))).toMatch(/damaged or was cut short/);
  });

  it('notices a changed byte in the words, which unpacks without a fault', () => {
    const bytes = zipSync(
      { 'word/document.xml': strToU8('<w:document><w:body/></w:document>') },
      { level: 0 },
    );
    const at = new TextDecoder('latin1').decode(bytes).indexOf('w:body');
    bytes[at] = 0x78;
    expect(complaint(bytes)).toMatch(/damaged/);
  });

  it.each([
    ['tags that do not match', '<w:document><w:body></w:p></w:body></w:document>', /not well-formed/],
    ['an end that is missing', '<w:document><w:body><w:p>', /ends too early/],
    ['an attribute without quotes', '<w:document a=b><w:body/></w:document>', /not well-formed/],
    ['an entity', '<w:document><w:body><w:p>&bomb;</w:p></w:body></w:document>', /character/],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', /declares a document type/],
  ])('refuses %s, and says where', (_, xml, message) => {
    expect(complaint(withDocument(xml))).toMatch(message);
    expect(complaint(withDocument(xml))).toMatch(/word\/document\.xml.*\(character \d+\)/);
  });
});

describe('files made to harm', () => {
  it('refuses absurd nesting, of tables and of anything else', () => {
    const deep = '<w:tbl><w:tr><w:tc>'.repeat(5000) + '</w:tc></w:tr></w:tbl>'.repeat(5000);
    expect(complaint(writeDocx({ body: deep }))).toMatch(/nests deeper than/);
  });

  it('refuses a part that unpacks to more than it may, without unpacking it', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(129 * 1024 * 1024) });
    expect(complaint(bomb)).toMatch(/unpacks to more than 128 MB/);
  });

  it('stops unpacking where an entry holds more than it states', () => {
    const bytes = zipSync({ 'word/document.xml': new Uint8Array(20 * 1024 * 1024) });
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    for (let at = 0; at < bytes.length - 4; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true);
    expect(complaint(bytes)).toMatch(/damaged/);
  });

  it('refuses a file of more parts than it may have', () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, at) => [`x${at}`, new Uint8Array()]));
    expect(complaint(zipSync(parts, { level: 0 }))).toMatch(/10001 parts/);
  });

  it('reads endless blanks, tabs, fields and breaks in time', () => {
    const many = (piece: string) => paragraph(`<w:r>${piece.repeat(200_000)}<w:t>Words</w:t></w:r>`);
    const body = [
      many('<w:tab/>'),
      many('<w:br/>'),
      many('<w:fldChar w:fldCharType="begin"/>'),
      paragraph(`a${' '.repeat(1_000_000)}b${' \t'.repeat(500_000)}c`),
    ].join('');
    const before = performance.now();
    readDocx(writeDocx({ body }));
    expect(performance.now() - before).toBeLessThan(5000);
  });

  it('reads styles that are based on each other, and lists that name each other, to their end', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style><w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>';
    const body = paragraph('Words.', { style: 'A', list: 1 });
    expect(readDocx(writeDocx({ body, styles, numbering }))[0]?.text).toBe('Words.');
  });

  it('never asks the file system or the network for what a file points at', () => {
    const rels =
      '<Relationships><Relationship Type="x/officeDocument" Target="../../../../etc/passwd"/></Relationships>';
    expect(complaint(writeDocx({ body: '', parts: { '_rels/.rels': rels } }))).toMatch(
      /without a Word document/,
    );
  });

  it('ends with lines or with a complaint, whatever bytes are changed', () => {
    const changes = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.integer({ min: 0, max: 255 })), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(changes, (changed) => {
        const bytes = sound.slice();
        for (const [at, byte] of changed) bytes[at] = byte;
        try {
          readDocx(bytes);
        } catch (error) {
          expect(error).toMatchObject({ code: 'corpus_invalid' });
        }
      }),
      { numRuns: 300 },
    );
  });
});
