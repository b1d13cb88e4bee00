import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../src/reports/docx/read-docx.ts';
import { level, numbering, paragraph, writeDocx } from '../reports/docx/write-docx.ts';
import { convert } from './libreoffice.ts';

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

describe.skipIf(!hasLibreOffice)('Word files of lists at random', () => {
  it('print the numbers in LibreOffice that this reader prints', () => {
    const files = new Map(Array.from({ length: 12 }, (_, at) => [`list-${at + 1}`, writeLists(at + 1)]));
    for (const [name, bytes] of convert(files, 'txt')) {
      const lines = readDocx(files.get(name) ?? new Uint8Array()).map((line) => line.text.trim());
      expect(alike(lines), name).toEqual(alike(new TextDecoder().decode(bytes).split('\n')));
    }
  }, 180_000);
});

function alike(lines: readonly string[]): string[] {
  return lines.map((line) => line.replace(/^\uFEFF/, '').replace(/\s+/g, '')).filter((line) => line !== '');
}

/**
 * A document of lists at random: levels that follow each other, numberings that share definitions or restart. No
 * levels in legal style or with restarts of their own, which LibreOffice does not know.
 */
function writeLists(seed: number): Uint8Array {
  let state = seed;
  const below = (bound: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % bound;
  };
  const formats = ['decimal', 'lowerLetter', 'upperLetter', 'lowerRoman', 'upperRoman'];
  const pick = () => formats[below(formats.length)] ?? 'decimal';
  const levels = [
    level(0, pick(), '%1.'),
    level(1, pick(), '%1.%2'),
    level(2, pick(), '(%3)').replace('w:start w:val="1"', `w:start w:val="${1 + below(4)}"`),
    level(3, pick(), '%1.%2.%3.%4)'),
  ].join('');
  const restart = `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${1 + below(5)}"/></w:lvlOverride>`;
  const lists = numbering(1, levels, { 1: '', 2: '', 3: restart });
  let depth = 0;
  const body = Array.from({ length: 60 }, (_, at) => {
    depth = at === 0 ? 0 : Math.min(below(4), depth + 1);
    const list = at < 25 ? 1 : at < 40 ? 2 : 3;
    if (at === 25 || at === 40) depth = 0;
    return paragraph(`words${at}`, { list, level: depth });
  });
  return writeDocx({ body: body.join(''), numbering: lists });
}
