import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readReport } from '../../src/reports/read-report.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (file: string, text: string) => readReport({ file, bytes: bytes(text) });
const textsOf = async (file: string, text: string) => (await read(file, text)).lines.map((line) => line.text);

describe('reading a report', () => {
  it('names it by its file and its exact bytes', async () => {
    const report = await read('a.b-2010.txt', 'One');
    expect(report.id).toBe('a.b-2010');
    expect(report.edition).toBe(createHash('sha256').update('One').digest('hex').slice(0, 12));
  });

  it('refuses endings that it does not know, naming those that it does', async () => {
    await expect(read('a.xyz', 'x')).rejects.toThrow(/^a\.xyz: only .*\.txt.*\.html.* can be read/);
  });

  it('takes form feeds and counting feet as pages', async () => {
    const fed = await read('a.txt', 'One\n\fTwo\nThree\fFour');
    expect(
      fed.lines.filter((line) => line.text).map(({ text, page, number }) => [text, page, number]),
    ).toEqual([
      ['One', 1, 1],
      ['Two', 2, 2],
      ['Three', 2, 3],
      ['Four', 3, 3],
    ]);
    const counted = await read('a.txt', 'One\n\n4\n\nTwo\n\n5\n\nThree');
    expect(counted.lines.filter((line) => /[a-z]/.test(line.text)).map((line) => line.page)).toEqual([
      4, 5, 6,
    ]);
    expect((await read('a.txt', 'One\n\n4\n\nTwo')).lines[0]?.page).toBeNull();
  });

  it('reads all kinds of line ends, and no mark of byte order', async () => {
    expect(await textsOf('a.txt', '\uFEFFOne\r\nTwo\rThree\n')).toEqual(['One', 'Two', 'Three', '']);
  });
});

describe('reading Markdown', () => {
  it('takes inline mark-up off and leaves the words', async () => {
    const source =
      'A **bold _word_** and [a link](http://a.b/c_d_e), `code`, snake_case, 2*3*4, <b>b</b> \\* c';
    expect(await textsOf('a.md', source)).toEqual(['A bold word and a link, code, snake_case, 2*3*4, b * c']);
  });

  it('knows headings, rules and lines in bold', async () => {
    const { lines } = await read('a.md', '# **One** #\n\nTwo\n===\n\n---\n\n**All of it**\n**Part** of it');
    expect(lines.map(({ text, headingLevel, rule, bold }) => [text, headingLevel, rule, bold])).toEqual([
      ['One', 1, false, false],
      ['', null, false, false],
      ['Two', 1, false, false],
      ['', null, true, false],
      ['', null, false, false],
      ['', null, true, false],
      ['', null, false, false],
      ['All of it', null, false, true],
      ['Part of it', null, false, false],
    ]);
  });

  it('turns tables of pipes into tabs, with the head in bold', async () => {
    const { lines } = await read('a.md', '| A | B |\n|---|:-:|\n| **1** | 2 |');
    expect(lines.map(({ text, bold, rule }) => [text, bold, rule])).toEqual([
      ['A\tB', true, false],
      ['', false, true],
      ['1\t2', false, false],
    ]);
  });
});

describe('metadata that nobody gave', () => {
  it('is read off the title and the dates that the opening names', async () => {
    const source =
      '# A Review\n\nInspection dates: 23 January to 3 February 2017\n\nPublished: 21 May 2017\n';
    const { metadata } = await read('a.md', source);
    expect(metadata).toMatchObject({
      title: 'A Review',
      authority: null,
      dates: { inspected: { from: '2017-01-23', to: '2017-02-03' }, published: '2017-05-21' },
    });
  });

  it('is not guessed from a date that stands alone or lies deep in the text', async () => {
    const source = `A Paper\n\n30 January 2020\n\n${'Text.\n'.repeat(80)}Published: 1 May 2010`;
    expect((await read('a.txt', source)).metadata.dates).toEqual({});
  });
});

it('reads a line of nothing but cell borders, or of blanks and a word, in the time of its length', async () => {
  const began = performance.now();
  await read('a.md', '|'.repeat(60_000));
  await read('a.txt', `${' '.repeat(60_000)}x`);
  expect(performance.now() - began).toBeLessThan(1_500);
});
