import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { SplitReport } from '../../src/paragraphs/paragraph.ts';
import { countWordsOf, servedWords } from './count-words.ts';
import { readAndSplit } from './read-and-split.ts';

const folder = new URL('./layouts/', import.meta.url).pathname;
const sourceOf = (name: string) => readFileSync(`${folder}${name}.txt`, 'utf8');
const numbersOf = ({ paragraphs }: SplitReport) => paragraphs.flatMap(({ number }) => number ?? []);

async function textOf(name: string, number: string): Promise<string | undefined> {
  const { paragraphs } = await readAndSplit(sourceOf(name));
  return paragraphs.find((paragraph) => paragraph.number === number)?.text;
}

const layouts: Record<string, string> = {
  'annex-numbers-alone': 'A1 A2 A3',
  'chronology-and-minutes': '1.01 1.02 1.03 1.04 2.01 2.02 2.03 2.04',
  'empty-sections': '1 2.1 3.1 5.1 5.2 7.1 7.2 9.1',
  'guidance-notes': '1.1 1.2 2.1 2.2 2A 2B 3.1 3.2 3A 3B 4.1',
  'heads-of-two-lines': '1 2 3 4 i ii iii iv',
  'inserted-and-missing': '1 2 2A 2B 3 4 7 7 8 9 9A 10',
  'lists-set-in': '1 1 2 3 1 2 1 2 3',
  'minutes-with-resolutions': '1 2 3 4',
  'minutes-by-year': 'C/23/39 C/23/40 C/23/41 C/23/42 C/23/43',
  'numbers-alone': '1 2 3 4',
  'pages-in-front': '1 2 3 4 5 6 7 8',
  'questions-quoted': '1 2 3 4 5 6',
  'sections-with-zeros': '1.1 2.1 2.2 3.1 3.2 3.3',
  judgment: '1 2 3 4 5 6 7 8 9 10 11',
  'lettered-numbers': 'A1 A2 A3 B1 B2 B3 B4 C1 C2 C3',
  'margin-numbers': '1 2 3 4 5 6 7 8 9 10',
  'paragraph-word': '1 2 3 4 5 6 7 8',
  'parts-of-parts': '1.1.1 1.1.2 1.2.1 1.2.2 2.1.1 3.1 3.2',
  pilcrows: '1 2 3 4 5 6 7 8 9 10 11',
  'restarts-and-annexes': '1 2 1 2 3 4 5 1 2 3 1 2',
  'recommendations-quoted': '6.1 6.2 6.3 6.4 6.5',
  'roman-numbers': 'I II III IV V VI VII',
  'section-numbers': '1 2 3 3.1 3.2 4 5',
  'stepped-clauses': '1.1 1.2 2.1(a) 2.1(b) 2.2 2.3(a) 2.3(b) 2.3(c) 3.1 3.2 3.3',
};

describe('documents in other layouts', () => {
  it.each(Object.entries(layouts))('numbers %s as printed', async (name, numbers) => {
    expect(numbersOf(await readAndSplit(sourceOf(name))).join(' ')).toBe(numbers);
  });

  it.each(Object.keys(layouts))('serves every word of %s exactly once', async (name) => {
    const source = sourceOf(name);
    expect(servedWords(await readAndSplit(source))).toEqual(countWordsOf(source));
  });

  it('tells numbers in the margin from page numbers and running feet', async () => {
    const { furniture } = await readAndSplit(sourceOf('margin-numbers'));
    expect(furniture.map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'Review of Harbour Dredging 1',
      '2',
      'Review of Harbour Dredging 3',
    ]);
    expect(await textOf('margin-numbers', '5')).toBe(
      'Nobody had been told that the surveyor had left. His post stood empty for seven months, and his telephone was not answered.',
    );
  });

  it('keeps what a judgment quotes, and what it counts, in its paragraph', async () => {
    expect(await textOf('judgment', '6')).toContain('[108] To be proper');
    expect(await textOf('judgment', '7')).toMatch(/\n\(iv\) what comes back must be read\.$/);
    expect(await textOf('judgment', '9')).toContain('that [2019] EWTEST 340 helps him');
  });

  it('takes "Paragraph" before a number neither for text nor for a number', async () => {
    expect(await textOf('paragraph-word', '1')).toMatch(/^The complainant lives/);
    expect(await textOf('paragraph-word', '3')).toContain('as is said in Paragraph 6 below.');
  });

  it('leaves a list behind a colon to its paragraph, though it counts like the paragraphs', async () => {
    expect(await textOf('roman-numbers', 'III')).toMatch(/\niii\. in hours\.$/);
    const { paragraphs } = await readAndSplit(sourceOf('restarts-and-annexes'));
    const asked = paragraphs.find(({ text }) => text.startsWith('We put nine questions'));
    expect(asked).toMatchObject({ number: '2', heading: ['Annex A: Method'] });
    expect(asked?.text.split('\n')).toHaveLength(4);
  });

  it('gives a section’s number to its first paragraph where only sections are numbered', async () => {
    const split = await readAndSplit(sourceOf('section-numbers'));
    expect(split.paragraphs.find(({ number }) => number === '3.1')).toMatchObject({
      text: 'Nothing is done. The roof lasts four winters at most.',
      heading: ['OPTIONS', 'Do nothing'],
    });
    expect(split.paragraphs.find(({ text }) => text.startsWith('Rain came in'))?.number).toBeNull();
  });
});
