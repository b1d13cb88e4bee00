import { describe, expect, it } from 'vitest';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { readReport } from '../../src/reports/read-report.ts';
import type { Line } from '../../src/reports/report.ts';
import { readAndSplit } from './read-and-split.ts';

const prose = 'The council has worked with its partners to improve what it offers to young people.';

describe('furniture', () => {
  it('is told by its place and repetition, whatever it says', async () => {
    const pages = [1, 2, 3, 4]
      .map((page) => `${page}. ${prose}\n\nQuite ordinary words\n${page}\n\f`)
      .join('');
    const split = await readAndSplit(`Findings\n\n${pages}`);
    expect(split.furniture.filter((text) => text === 'Quite ordinary words')).toHaveLength(4);
    const texts = split.paragraphs.filter(({ form }) => form === 'numbered').map(({ text }) => text);
    expect(texts).toEqual([prose, prose, prose, prose]);
    expect(split.paragraphs.map(({ page }) => page)).toEqual([1, 2, 3, 4]);
  });

  it('spares words that come again as headings over text', async () => {
    const sections = ['1', '2', '3']
      .map((number) => `Scope of the power\n\n${number}. ${prose}\n\n`)
      .join('');
    expect((await readAndSplit(`A Paper\n\n${sections}`)).headings).toEqual(
      Array(3).fill('Scope of the power'),
    );
  });

  it('spares headings that count sections, and takes feet that count pages', async () => {
    const split = async (foot: (count: number) => string, sentence = prose) => {
      const parts = [1, 2, 3, 4].map(
        (count) => `${foot(count)}\n\n${sentence}\n\n${prose}\n\n${prose}\n\n${sentence}`,
      );
      return readAndSplit(`A Paper\n\nIntroduction\n\n${prose}\n\n${prose}\n\n${parts.join('\n\n')}\n`);
    };
    const sections = await split((count) => `Recommendation ${count}`);
    expect(sections.headings.slice(1)).toEqual([1, 2, 3, 4].map((count) => `Recommendation ${count}`));
    const feet = ['A Paper Page #', 'A Paper      #', 'A Paper     Page #', '# A Paper'];
    for (const foot of feet) {
      const { headings } = await split((count) => foot.replace('#', `${count}`));
      expect(headings).toEqual(['Introduction']);
    }
    const cut = await split((count) => `A Paper ${count}`, 'and this went on without a stop');
    expect(cut.furniture).toEqual([1, 2, 3, 4].map((count) => `A Paper ${count}`));
  });

  it('spares what mark-up calls a heading, on top of each page or counting, unless it cuts a sentence', async () => {
    const line = (text: string, page: number, headingLevel: number | null = null) => ({
      ...{ text, page, headingLevel, number: 1, bold: false, rule: false },
    });
    const pagesOf = (heading: (page: number) => string, text: string) =>
      [1, 2, 3, 4].flatMap((page) => [
        ...[line(heading(page), page, 2), line('', page), line(text, page), line('', page)],
        ...[line(text, page), line('', page), line(text, page), line('', page)],
      ]);
    const headingsOf = async (lines: Line[]) =>
      (await splitReport({ ...(await readReport({ file: 'a.txt', bytes: new Uint8Array() })), lines }))
        .headings;
    expect(await headingsOf(pagesOf(() => 'Recommendations', prose))).toHaveLength(4);
    expect(await headingsOf(pagesOf((page) => `Chapter ${page}`, prose))).toHaveLength(4);
    expect(await headingsOf(pagesOf(() => 'A running head', 'and the sentence goes on'))).toEqual([]);
  });

  it('holds contents lists with and without page numbers', async () => {
    const names = ['Purpose of this paper', 'What was found', 'What happens next', 'Who was asked'];
    const body = names
      .map((name, place) => `${name}\n\n${place + 1}. ${prose}\n\n2.${place + 1} ${prose}`)
      .join('\n\n');
    for (const list of [names.map((name, place) => `${name}\t${place + 2}`), names]) {
      const split = await readAndSplit(`A Paper\n\nContents\n\n${list.join('\n')}\n\n${body}\n`);
      expect(split.headings.filter((heading) => names.includes(heading))).toEqual(names);
      expect(split.furniture).toContain('Contents');
      expect(split.reading.missing).toEqual([]);
    }
  });

  it('names the sections that a copy lacks', async () => {
    const list = 'Contents\n\nPurpose\t2\nFindings\t3\nNext steps\t7\nAnnex A\t9';
    const split = await readAndSplit(
      `A Paper\n\n${list}\n\nPurpose\n\n1. ${prose}\n\nFindings\n\n2. ${prose}\n`,
    );
    expect(split.reading.missing).toEqual(['Next steps', 'Annex A']);
    expect(split.reading.notice).toBe(
      'This copy stops at paragraph 2; its contents list also names “Next steps” and “Annex A”.',
    );
  });
});
