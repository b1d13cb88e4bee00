import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCorpus, readReports } from '../../src/adapters/corpus-folder.ts';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { readDocx } from '../../src/reports/docx/read-docx.ts';
import { numberedOf, splitDocx } from '../reports/docx/read-docx-report.ts';
import { level, numbering, paragraph, writeDocx } from '../reports/docx/write-docx.ts';
import { printReport } from './docx-print-report.ts';

const corpus = new URL('../../corpus/', import.meta.url).pathname;
const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'docx-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What LibreOffice makes of Word files, by their names without endings. */
function convert(files: Record<string, Uint8Array>, ending: 'docx' | 'txt'): Map<string, Uint8Array> {
  const names = Object.keys(files);
  const sources = names.map((name) => join(folder, `${name}.docx`));
  for (const [place, name] of names.entries())
    writeFileSync(sources[place] ?? '', files[name] ?? new Uint8Array());
  const filter = ending === 'txt' ? 'txt:Text (encoded):UTF8' : 'docx:MS Word 2007 XML';
  const made = join(folder, ending);
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', made, ...sources], {
    stdio: 'ignore',
  });
  return new Map(names.map((name) => [name, readFileSync(join(made, `${name}.${ending}`))]));
}

describe.skipIf(!hasLibreOffice)('Word files that LibreOffice writes', () => {
  it.each(['automatic', 'typed'] as const)(
    'give the five reports with %s numbers',
    async (numbers) => {
      const files: Record<string, Uint8Array> = {};
      const expected = new Map<string, unknown>();
      for await (const report of readReports(await readCorpus(corpus))) {
        const split = await splitReport(report);
        files[report.id] = printReport(split, numbers);
        expected.set(report.id, withoutBlanks(split));
      }
      for (const [id, bytes] of convert(files, 'docx'))
        expect(withoutBlanks(await splitDocx(bytes)), id).toEqual(expected.get(id));
    },
    180_000,
  );

  it('print the numbers that this reader prints', () => {
    const files: Record<string, Uint8Array> = {};
    for (let seed = 1; seed <= 12; seed++) files[`list-${seed}`] = writeLists(seed);
    for (const [name, bytes] of convert(files, 'txt')) {
      const lines = readDocx(files[name] ?? new Uint8Array()).map((line) => line.text.trim());
      expect(alike(lines), name).toEqual(alike(new TextDecoder().decode(bytes).split('\n')));
    }
  }, 180_000);
});

function withoutBlanks(split: Parameters<typeof numberedOf>[0]): (readonly [string | null, string])[] {
  return numberedOf(split).map(([number, text]) => [number, text.replace(/\s+/g, '')] as const);
}

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
