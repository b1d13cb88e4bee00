import { beforeAll, describe, expect, it } from 'vitest';
import { buildGeneration } from '../../src/index/build-generation.ts';
import type { ParagraphStore } from '../../src/index/paragraph-store.ts';
import type { SqlDatabase } from '../../src/index/sql-database.ts';
import { SqlParagraphStore } from '../../src/index/sql-paragraph-store.ts';
import { stemsOf } from '../../src/index/stem-words.ts';
import { sampleReport } from './sample-reports.ts';

const reports = () => [
  sampleReport('Ambridge', [
    'There are ten children’s centres in the town.',
    'The multi-agency safeguarding hub (MASH) answers within 3.5 hours.',
    'Social workers visit every child.',
  ]),
  sampleReport('Borchester', [
    'Visits were late in 12% of cases.',
    'Every child has a plan, and social workers visit often: visits matter.',
  ]),
];

/** What a paragraph store has to do, over any SQLite. */
export function describeParagraphStore(
  name: string,
  openEmpty: () => Promise<SqlDatabase> | SqlDatabase,
): void {
  describe(name, () => {
    let store: ParagraphStore;

    beforeAll(async () => {
      const database = await openEmpty();
      const vectors = async () => ({ append: async () => undefined });
      const result = await buildGeneration({
        reports: reports(),
        sink: { database, vectors },
        embedding: null,
      });
      expect(result.counts).toEqual({ reports: 2, paragraphs: 5, sentences: 5 });
      store = new SqlParagraphStore(database);
    });

    const search = async (text: string, match: 'any' | 'all', within?: [number, number][]) => {
      const query = { stems: stemsOf(text), match, limit: 10, ...(within ? { within } : {}) };
      return (await store.keywordSearch(query)).map(({ row }) => row);
    };

    it('gives back reports and paragraphs as they were', async () => {
      const written = reports();
      const stored = await store.reports();
      expect(stored.map(({ id }) => id)).toEqual(['Ambridge', 'Borchester']);
      expect(stored[1]).toMatchObject({ ...written[1]?.report, rows: [3, 5], sentenceRows: [3, 5] });
      expect(stored[1]?.reading).toEqual(written[1]?.split.reading);
      const paragraphs = await store.paragraphsOf('Borchester');
      expect(paragraphs.map(({ row, ...paragraph }) => paragraph)).toEqual(written[1]?.split.paragraphs);
      expect(paragraphs.map(({ row }) => row)).toEqual([3, 4]);
    });

    it('finds a paragraph by its id, by its number and by its row', async () => {
      expect(await store.paragraph('Ambridge', '2')).toMatchObject({ row: 1 });
      expect(await store.paragraph('Ambridge', '9')).toBeNull();
      const numbered = await store.paragraphsNumbered('2', 10, undefined);
      expect(numbered.map(({ row }) => row)).toEqual([1, 4]);
      expect(await store.paragraphsNumbered('2', 10, [[3, 5]])).toHaveLength(1);
      const rows = (await store.paragraphsAt([4, 99, 0])).map(({ row }) => row);
      expect(rows).toEqual([4, 0]);
    });

    it('finds sentences of paragraphs and paragraphs of sentences', async () => {
      expect(await store.sentencesOf([3, 1])).toMatchObject([
        { row: 1, paragraphRow: 1, start: 0 },
        { row: 3, paragraphRow: 3, start: 0 },
      ]);
      expect(await store.paragraphRowsOf([4, 0])).toEqual([4, 0]);
    });

    it('searches for any and for all of the words', async () => {
      expect(new Set(await search('visits centres', 'any'))).toEqual(new Set([0, 2, 3, 4]));
      expect(new Set(await search('visit child', 'all'))).toEqual(new Set([2, 4]));
      expect(await search('visit unheardof', 'all')).toEqual([]);
      expect(await search('unheardof', 'any')).toEqual([]);
    });

    it('meets other spellings, decimals and hyphens', async () => {
      expect(await search("Childrens' CENTRE", 'all')).toEqual([0]);
      expect(await search('multiagency', 'all')).toEqual([1]);
      expect(await search('3.5', 'all')).toEqual([1]);
      expect(await search('12', 'all')).toEqual([3]);
    });

    it('finds words of the context, below words of the text', async () => {
      expect(new Set(await search('Borchester', 'any'))).toEqual(new Set([3, 4]));
      expect((await search('visits Ambridge', 'any'))[0]).toBe(2);
    });

    it('keeps to the ranges', async () => {
      expect(await search('visit', 'any', [[0, 3]])).toEqual([2]);
      expect(
        new Set(
          await search('visit', 'any', [
            [0, 3],
            [4, 5],
          ]),
        ),
      ).toEqual(new Set([2, 4]));
      expect(await search('visit', 'any', [])).toEqual([]);
    });

    it('puts larger scores first', async () => {
      const hits = await store.keywordSearch({ stems: stemsOf('visit late child'), match: 'any', limit: 10 });
      const scores = hits.map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((a, b) => b - a));
      expect(await store.keywordSearch({ stems: stemsOf('visit'), match: 'any', limit: 1 })).toHaveLength(1);
    });

    it('is not led astray by words that mean something to the search engine', async () => {
      expect(await search('AND OR NOT NEAR "visit" * text: (', 'any')).toEqual(expect.any(Array));
    });

    it('knows its words, how many paragraphs hold them, and what short forms mean', async () => {
      const vocabulary = await store.vocabulary();
      expect(vocabulary.find(({ word }) => word === 'visits')).toMatchObject({
        stem: 'visit',
        paragraphs: 3,
      });
      expect(await store.acronyms()).toEqual([
        { short: 'MASH', long: 'multi-agency safeguarding hub', report: 'Ambridge' },
      ]);
    });
  });
}
