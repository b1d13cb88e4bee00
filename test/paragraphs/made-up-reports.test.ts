import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countWordsOf, servedWords } from './count-words.ts';
import { madeUpReport } from './made-up-report.ts';
import { readAndSplit } from './read-and-split.ts';

/** The same reports each time: a gate must not fall over by chance. Change it to try others. */
const seed = 20_130_124;

const bare = (text: string) => text.replace(/\s+/g, ' ');

describe('made-up reports in random numbering and layout', () => {
  it('serves every word exactly once', async () => {
    await fc.assert(
      fc.asyncProperty(madeUpReport, async ({ source, file }) => {
        expect(servedWords(await readAndSplit(source, file))).toEqual(countWordsOf(source));
      }),
      { numRuns: 150, seed },
    );
  });

  it('reads the printed numbers in order and each numbered paragraph whole', async () => {
    await fc.assert(
      fc.asyncProperty(madeUpReport, async ({ source, file, numbers, texts }) => {
        const { paragraphs } = await readAndSplit(source, file);
        const numbered = paragraphs.filter((paragraph) => paragraph.form === 'numbered');
        expect(numbered.map((paragraph) => paragraph.number)).toEqual(numbers);
        expect(numbered.map((paragraph) => bare(paragraph.text))).toEqual(texts.map(bare));
      }),
      { numRuns: 150, seed },
    );
  });

  it('keeps unnumbered text apart and names every heading', async () => {
    await fc.assert(
      fc.asyncProperty(madeUpReport, async ({ source, file, unnumbered, headings }) => {
        const { paragraphs, headings: found } = await readAndSplit(source, file);
        const texts = paragraphs
          .filter((paragraph) => paragraph.form === 'text')
          .map((paragraph) => bare(paragraph.text));
        expect(texts).toEqual(expect.arrayContaining(unnumbered.map(bare)));
        expect(found).toEqual(expect.arrayContaining(headings));
      }),
      { numRuns: 150, seed },
    );
  });

  it('gives ids that are unique ignoring case, whatever text comes', async () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.constantFrom('', '1. One thing', '2. Two', 'Aims', '• x', 'a\tb'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        const { paragraphs } = await readAndSplit(lines.join('\n'));
        const ids = paragraphs.map((paragraph) => paragraph.id.toLowerCase());
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 200, seed },
    );
  });
});
