import { describe, expect, it } from 'vitest';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { findRestrictions } from '../../src/reports/find-restrictions.ts';
import { readMetadata } from '../../src/reports/read-metadata.ts';
import { readReport } from '../../src/reports/read-report.ts';

const read = (file: string, text: string) => readReport({ file, bytes: new TextEncoder().encode(text) });

/** Each would take hours if reading took square time. */
const endless: [string, string, string][] = [
  ['marks of bold that never end', 'a.md', '*a **b '.repeat(100_000)],
  ['links inside links', 'a.md', '[a](b'.repeat(150_000)],
  ['marks of code that never end', 'a.md', '`a'.repeat(300_000)],
  ['leaders without a page', 'a.txt', `A${' .'.repeat(300_000)}b`],
  [
    'titles on one line whose leaders lead nowhere',
    'a.txt',
    `${'A'.repeat(2_400)}${'.'.repeat(2_400)}\n`.repeat(40),
  ],
  ['titles with leaders that lead nowhere', 'a.txt', `${'A'.repeat(120)}${'.'.repeat(120)}\n`.repeat(4_000)],
  ['names with initials, without an end', 'a.txt', 'J. Smith '.repeat(60_000)],
  ['blanks inside a line', 'a.txt', `a${' '.repeat(700_000)}b`],
  ['blanks behind a number', 'a.txt', `12${' '.repeat(700_000)}b`],
  [
    'a paragraph that goes on after every page',
    'a.txt',
    `1. One thing.\n2. Another.\n${'It was said there again and again, and then once more.\n\n'.repeat(20_000)}3. Done.\n4. End.`,
  ],
  ['brackets that never close', 'a.rst', '['.repeat(500_000)],
  ['roles without words', 'a.rst', ':a'.repeat(300_000)],
  ['words joined by hyphens without an end', 'a.rst', 'a-'.repeat(300_000)],
  ['rules of tables', 'a.rst', '=== ===\n'.repeat(80_000)],
  ['frames of tables', 'a.rst', '+--+--+\n| a | b |\n'.repeat(20_000)],
  ['words in elements, all in one paragraph', 'a.html', `<p>${'words <i>and</i>\n'.repeat(30_000)}`],
  [
    'words in tables inside one another',
    'a.html',
    `${'<table><tr><td>Words '.repeat(800)}${'<p>and more.'.repeat(120_000)}`,
  ],
  ['marks of notes that lead nowhere', 'a.html', '<sup><a href="#n">1</a></sup>\n'.repeat(20_000)],
];

describe('texts made to keep a reader busy', () => {
  it.each(endless)('are read to their end: %s', async (_, file, text) => {
    const { paragraphs } = await splitReport(await read(file, text));
    expect(paragraphs.length).toBeLessThan(text.length);
  });

  it.each(['<div>', '<ul><li>', '<b>', '<table><tr><td>', '<section><p>'])(
    'are refused when they nest absurdly: %s',
    async (tags) => {
      await expect(read('a.html', tags.repeat(200_000))).rejects.toMatchObject({
        code: 'corpus_invalid',
        message: expect.stringContaining('nests its elements more than 1000 deep'),
      });
    },
  );

  it('are no deeper for what drawings hold that ends by itself, but for what stands behind a drawing', async () => {
    const drawing = `<svg viewBox="0 0 9 9"><g>${'<path d="M0 0"/><use href="#a" />'.repeat(2_000)}</g></svg>`;
    const { lines } = await read('a.html', `<p>Words.</p>${drawing}<p>More.</p>`);
    expect(lines.filter(({ text }) => text !== '').map(({ text }) => text)).toEqual(['Words.', 'More.']);
    await expect(read('a.html', `<svg><p>${'<path/>'.repeat(2_000)}`)).rejects.toMatchObject({
      code: 'corpus_invalid',
    });
    const cut = `<svg>${'<path '.repeat(1_000_000)}`;
    await expect(read('a.html', cut)).rejects.toMatchObject({ code: 'corpus_invalid' });
  });

  it('are no deeper for tags that scripts and comments hold, or that end by themselves', async () => {
    const script = `<script>${"write('<div>');".repeat(2_000)}</script><!-- ${'<div>'.repeat(2_000)} -->`;
    const { lines } = await read('a.html', `${script}${'<p>Words.'.repeat(2_000)}`);
    expect(lines.filter(({ text }) => text === 'Words.')).toHaveLength(2_000);
  });
});

it.each(['meeting-', 'tribunal-', 'not for ', '© A, ', 'Ab and ', 'issued 1 ', 'part two '])(
  'metadata of a line that repeats “%s” is read to its end',
  (words) => {
    const text = words.repeat(700_000 / words.length);
    const line = { text, number: 1, page: null, headingLevel: null, bold: false, rule: false };
    expect(readMetadata('a', [line]).title).toBe('a');
    expect(findRestrictions([line]).length).toBeLessThan(2);
  },
);

it('a web page runs nothing, fetches nothing and expands nothing that it declares', async () => {
  const bomb = '<!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  const page = `${bomb}<p onclick="steal()">1. Said &b; here.<script>document.write('no')</script><img src="file:///etc/passwd" alt="no"><iframe src="http://example.org">no</iframe></p>`;
  const { lines } = await read('a.html', page);
  const text = lines.map((line) => line.text).join(' ');
  expect(text).toContain('1. Said &b; here.');
  expect(text).not.toMatch(/steal|no\b|passwd|aaaa/);
});
