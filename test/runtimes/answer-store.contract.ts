import { beforeEach, describe, expect, test } from 'vitest';
import { openSqlAnswerStore, type SqlAnswerStore } from '../../src/adapters/sql-answer-store.ts';
import type { AnswerRecord, CitedParagraph } from '../../src/answer/answer-record.ts';
import type { SqlDatabase } from '../../src/index/sql-database.ts';
import { answer, record } from '../http/fake-pincite.ts';

const cited: CitedParagraph = {
  ...{
    report: 'Harbour-2014',
    edition: '0123456789ab',
    id: 'Strengths-1',
    number: '1',
    label: 'Harbour 2014, para 1',
  },
  ...{
    heading: ['Findings'],
    form: 'numbered',
    kind: 'finding',
    text: 'The harbour has six cranes.',
    columns: null,
  },
  ...{ hash: '0123456789abcdef', page: 3, lines: [1, 2] },
};

function recordOf(id: string, created = '2026-11-22T06:00:00.000Z'): AnswerRecord {
  return { ...record, answer: { ...answer, id, created }, cited: [cited] };
}

/** What every database has to give an answer store. `open` gives an empty database. */
export function answerStoreContract(name: string, open: () => Promise<SqlDatabase>): void {
  describe(name, () => {
    let store: SqlAnswerStore;
    beforeEach(async () => {
      store = await openSqlAnswerStore(await open());
      return () => store.close();
    });

    test('an answer comes back as it was given', async () => {
      await store.save(recordOf('one'));
      expect(await store.find('one')).toEqual(recordOf('one'));
      expect(await store.find('two')).toBeNull();
    });

    test('feedback is kept in order, with or without a comment', async () => {
      await store.save(recordOf('one'));
      await store.addFeedback(
        'one',
        { verdict: 'not_helpful', comment: 'Too old' },
        '2026-11-22T07:00:00.000Z',
      );
      await store.addFeedback('one', { verdict: 'helpful' }, '2026-11-22T08:00:00.000Z');
      expect(await store.feedbackOf('one')).toEqual([
        { verdict: 'not_helpful', comment: 'Too old', created: '2026-11-22T07:00:00.000Z' },
        { verdict: 'helpful', created: '2026-11-22T08:00:00.000Z' },
      ]);
    });

    test('a cited paragraph is found by report, edition and id as long as an answer cites it', async () => {
      await store.save(recordOf('one'));
      await store.save(recordOf('two'));
      expect(await store.citedParagraph('HARBOUR-2014', '0123456789ab', 'strengths-1')).toEqual(cited);
      expect(await store.citedParagraph('harbour-2014', 'ffffffffffff', 'strengths-1')).toBeNull();
      await store.delete('one');
      expect(await store.citedParagraph('harbour-2014', '0123456789ab', 'strengths-1')).toEqual(cited);
      await store.delete('two');
      expect(await store.citedParagraph('harbour-2014', '0123456789ab', 'strengths-1')).toBeNull();
    });

    test('a deleted answer leaves nothing but its id, and is deleted once', async () => {
      await store.save(recordOf('one'));
      await store.addFeedback('one', { verdict: 'helpful', comment: 'Mine' }, '2026-11-22T07:00:00.000Z');
      expect(await store.delete('one')).toBe(true);
      expect(await store.find('one')).toBe('deleted');
      expect(await store.feedbackOf('one')).toEqual([]);
      expect(await store.delete('one')).toBe(false);
      expect(await store.delete('never')).toBe(false);
    });

    test('answers older than a moment are deleted, younger ones kept', async () => {
      await store.save(recordOf('old', '2026-01-01T00:00:00.000Z'));
      await store.save(recordOf('new', '2026-06-01T00:00:00.000Z'));
      expect(await store.deleteOlderThan('2026-03-01T00:00:00.000Z')).toBe(1);
      expect(await store.find('old')).toBe('deleted');
      expect(await store.find('new')).toEqual(recordOf('new', '2026-06-01T00:00:00.000Z'));
      expect(await store.deleteOlderThan('2026-03-01T00:00:00.000Z')).toBe(0);
    });

    test('an id is given once', async () => {
      await store.save(recordOf('one'));
      await expect(store.save(recordOf('one'))).rejects.toThrow();
    });
  });
}
