import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { readReport } from '../../src/reports/read-report.ts';
import { countWordsOf, servedWords } from './count-words.ts';
import { madeUpReport } from './made-up/made-up-report.ts';
import { readBack } from './made-up/read-back.ts';
import { readAndSplit } from './read-and-split.ts';

/** The same reports each time: a gate must not fall over by chance. MADE_UP_SEED and MADE_UP_RUNS try others, and more. */
const seed = Number(process.env.MADE_UP_SEED ?? 20_130_124);
const numRuns = Number(process.env.MADE_UP_RUNS ?? 200);
const timeout = 20_000 + numRuns * 100;

describe('made-up reports in random numbering, layout and format', () => {
  it(
    'come back with their numbers in order, each paragraph whole, what has no number apart, and every heading',
    () =>
      fc.assert(
        fc.asyncProperty(madeUpReport, async (report) => {
          expect(await readBack(report)).toEqual([]);
        }),
        { numRuns, seed },
      ),
    timeout,
  );

  it(
    'are served word by word, each exactly once',
    () => {
      const printed = madeUpReport.filter(({ plan }) => plan.format === 'txt' || plan.format === 'md');
      return fc.assert(
        fc.asyncProperty(printed, async ({ source, file, bytes }) => {
          const split = await splitReport(await readReport({ file, bytes }));
          expect(servedWords(split)).toEqual(countWordsOf(source));
        }),
        { numRuns: Math.ceil(numRuns / 4), seed },
      );
    },
    timeout,
  );

  it('have ids that are unique ignoring case, whatever text comes', async () => {
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
