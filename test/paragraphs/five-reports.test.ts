import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/adapters/corpus-folder.ts';
import type { Paragraph, SplitReport } from '../../src/paragraphs/paragraph.ts';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { reportsOf } from '../reports-of.ts';
import { countWordsOf, servedWords } from './count-words.ts';
import expected from './expected-paragraphs.json' with { type: 'json' };

const corpus = new URL('../../corpus/', import.meta.url).pathname;
const reports = Object.keys(expected) as (keyof typeof expected)[];
const splits = new Map<string, { split: SplitReport; source: string }>();

beforeAll(async () => {
  for await (const report of reportsOf(await readCorpus(corpus))) {
    const source = readFileSync(corpus + report.file, 'utf8');
    splits.set(report.id, { split: await splitReport(report), source });
  }
});

function splitOf(report: string): SplitReport {
  const found = splits.get(report)?.split;
  if (!found) throw new Error(`no report ${report}`);
  return found;
}

function containing(report: string, text: string): Paragraph {
  const found = splitOf(report).paragraphs.find((paragraph) => paragraph.text.includes(text));
  if (!found) throw new Error(`nothing in ${report} says "${text}"`);
  return found;
}

/** Letters and marks alone, with bullets, quotation marks and blanks made alike. */
function hashOf(text: string): string {
  const alike = text
    .normalize('NFKC')
    .replace(/(^|\n)[ \t]*[-•–*][ \t]+/g, '$1')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[*_]/g, '')
    .replace(/\s/g, '');
  return createHash('sha256').update(alike).digest('hex');
}

describe('the five reports of the corpus', () => {
  it.each(reports)('gives %s its numbered paragraphs, in order and whole', (report) => {
    const numbered = splitOf(report).paragraphs.filter((paragraph) => paragraph.number !== null);
    expect(numbered.map(({ id, text }) => ({ id, sha256: hashOf(text) }))).toEqual(expected[report]);
  });

  it.each(reports)('serves every word of %s exactly once', (report) => {
    expect(servedWords(splitOf(report))).toEqual(countWordsOf(splits.get(report)?.source ?? ''));
  });

  it('reads a judgement table of loose lines as rows with column heads', () => {
    const row = containing(
      'nottingham-city-2017',
      'The experiences and progress of children looked after and care leavers, and',
    );
    expect(row.text).toBe(
      'The experiences and progress of children looked after and care leavers, and achieving permanence\tRequires improvement to be good',
    );
    expect(row).toMatchObject({
      form: 'table_row',
      kind: 'judgement',
      columns: ['Judgement', 'Grade'],
      number: null,
    });
    expect(containing('nottingham-city-2017', 'Overall effectiveness').text).toBe(
      'Overall effectiveness\tGood',
    );
  });

  it('reads rows of tabs, and joins a row that a page broke', () => {
    expect(containing('norfolk-2013', 'The quality of practice\t').text).toBe(
      'The quality of practice\tInadequate',
    );
    expect(containing('nottinghamshire-2010', 'Adequate (Grade 3)').text).toBe(
      'Adequate (Grade 3)\tA service that only meets minimum requirements',
    );
  });

  it('keeps bullets whose glyphs are lost with the text that introduces them', () => {
    const needs = containing('nottingham-city-2017', 'Services for some children are not yet good:');
    expect(needs.text.split('\n')).toHaveLength(5);
    expect(needs.text).toContain(
      '\n- The council has not been tenacious enough in sustaining contact and support for a',
    );
    expect(needs).toMatchObject({ form: 'text', heading: ['What needs to improve'], kind: 'recommendation' });
  });

  it('makes the title block citable line by line', () => {
    expect(containing('nottinghamshire-2010', 'Gary Lamb')).toMatchObject({
      form: 'title',
      text: 'Reporting inspector: Gary Lamb HMI',
    });
    expect(containing('nottingham-city-2020', '30 January 2020')).toMatchObject({
      form: 'title',
      id: 'front.2',
    });
  });

  it('keeps unnumbered paragraphs, signatures and appendices out of the numbered ones', () => {
    for (const start of [
      'A key under-pinning issue',
      'Given our RI judgement,',
      'In response to the inspection',
    ]) {
      const paragraph = containing('nottingham-city-2020', start);
      expect(paragraph.form).toBe('text');
      expect(paragraph.text.startsWith(start)).toBe(true);
    }
    expect(containing('nottinghamshire-2009', 'ANTHONY MAY').form).toBe('text');
    expect(containing('nottinghamshire-2009', 'Equality & diversity')).toMatchObject({
      form: 'text',
      heading: ['Projects areas'],
    });
  });

  it('keeps footnotes apart and gives their marks', () => {
    const notes = splitOf('nottingham-city-2017').paragraphs.filter(
      (paragraph) => paragraph.form === 'footnote',
    );
    expect(notes.map((note) => note.text)).toEqual([
      expect.stringMatching(/^The findings in this report are based .* January 2018\.$/),
      expect.stringMatching(/^Simple statements about .* into the future\.$/),
    ]);
    expect(splitOf('nottingham-city-2017').marks).toEqual(['1', '2']);
    expect(splitOf('nottingham-city-2017').furniture).toEqual(['9']);
  });

  it('writes labels for people and committees', () => {
    expect(containing('norfolk-2013', '49% of core assessments').label).toBe('Norfolk 2013, para 39');
    expect(containing('nottingham-city-2020', 'neglectful situations').label).toBe(
      'Nottingham City 2020, Areas for Improvement, item 2',
    );
    expect(containing('nottingham-city-2020', 'Our inspection found').label).toBe(
      'Nottingham City 2020, Background, second paragraph (unnumbered)',
    );
  });

  it('knows a copy that stops before its contents list does, and no other', () => {
    const { missing, notice } = splitOf('nottinghamshire-2010').reading;
    expect(missing).toContain('The inspection outcomes: services for looked after children');
    expect(missing).toContain('Record of main findings');
    // Printed with a slip in the list, and there.
    expect(missing).not.toContain('The inspecton judgements and what they mean');
    expect(missing).toHaveLength(11);
    expect(notice).toMatch(/^This copy stops at paragraph 24; its contents list also names /);
    for (const report of reports.filter((id) => id !== 'nottinghamshire-2010')) {
      expect(splitOf(report).reading).toMatchObject({ missing: [], notice: null });
    }
  });

  it('gives grade lines and the path of headings above a paragraph', () => {
    expect(containing('nottinghamshire-2010', 'Grade 4 (inadequate)')).toMatchObject({
      kind: 'judgement',
      heading: ['The inspection outcomes: Safeguarding services', 'Overall effectiveness'],
    });
    expect(containing('nottinghamshire-2010', 'A review of 63'.toLowerCase())).toMatchObject({
      id: '2',
      heading: ['About this inspection'],
    });
  });

  it('names the lines of the source that a paragraph over a page break covers', () => {
    expect(containing('norfolk-2013', 'inter-agency response').lines).toEqual([103, 105]);
  });
});
