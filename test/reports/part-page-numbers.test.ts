import { expect, it } from 'vitest';
import { readReport } from '../../src/reports/read-report.ts';

const far = ' '.repeat(40);
const linesOf = async (text: string) => {
  const { lines } = await readReport({ file: 'a.txt', bytes: new TextEncoder().encode(text) });
  return lines.filter((line) => line.text.trim() !== '').map((line) => [line.page, line.text.trim()]);
};

it('page numbers in front of the next page’s words are parted from them, a paragraph’s number too', async () => {
  const text = [
    '1. One.',
    `${far}1     and on`,
    '2. Two.',
    `${far}23. Three.`,
    '4. Four.',
    `${far}3,5. Five.`,
    'End.',
  ];
  expect(await linesOf(text.join('\n'))).toEqual([
    [1, '1. One.'],
    [1, '1'],
    [2, 'and on'],
    [2, '2. Two.'],
    [2, '2'],
    [3, '3. Three.'],
    [3, '4. Four.'],
    [3, '3'],
    [4, '5. Five.'],
    [4, 'End.'],
  ]);
});

it.each([
  ['do not count on', [`${far}1  and on`, `${far}4  and so`, `${far}9  and then`]],
  ['are two only', [`${far}1  and on`, `${far}2  and so`]],
  ['are sums', [`${far}1,000 boats`, `${far}2,000 oars`, `${far}3,000 sails`]],
  ['are glued to a word', [`${far}1advised`, `${far}2asked`, `${far}3told`]],
  ['count a list far to the right', [`${far}1 hall`, `${far}2 sheds`, '', `${far}3 barns`]],
  ['stand at the left', ['1  One', '2  Two', '3  Three']],
])('numbers that %s stay where they are', async (_, lines) => {
  expect((await linesOf(lines.join('\n'))).map(([, text]) => text)).toEqual(
    lines.map((line) => line.trim()).filter((line) => line !== ''),
  );
});

it('numbers of headings in the middle stay with them, and a head that every page has is parted from its number', async () => {
  const pagesWith = (heads: string[]) =>
    heads.map((head, at) => `${far}${at + 1}   ${head}\n\nText of it.\n`).join('\n');
  const texts = async (heads: string[]) => (await linesOf(pagesWith(heads))).map(([, text]) => text);
  expect(await texts(['Introduction', 'Findings', 'What must change'])).toContain('2   Findings');
  expect(await texts(['A Paper', 'A Paper', 'A Paper'])).not.toContain('2   A Paper');
});
