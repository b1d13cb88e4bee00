import { describe, expect, test } from 'vitest';
import { openPages } from './open-page.ts';
import { byClass, byId, byTag, findAll, textOf } from './parse-html.ts';

describe('the search page', () => {
  test('searches nothing before it is asked', async () => {
    const { open, pincite } = openPages();
    const { page } = await open('/search?reports=alder-2013');
    expect(pincite.searched).toEqual([]);
    expect(byTag(page, 'h2')).toEqual([]);
    const ticked = findAll(
      page,
      ({ attributes }) => attributes.name === 'reports' && 'checked' in attributes,
    );
    expect(ticked.map(({ attributes }) => attributes.value)).toEqual(['alder-2013']);
  });

  test('keeps the words, the way and the reports in the address and in the form', async () => {
    const { open, pincite } = openPages();
    const { page } = await open('/search?q=centres+%26+more&match=exact&reports=alder-2013');
    expect(pincite.searched).toEqual([
      { query: 'centres & more', match: 'exact', limit: 20, filters: { reports: ['alder-2013'] } },
    ]);
    expect(byId(page, 'q').attributes.value).toBe('centres & more');
    const way = findAll(page, ({ attributes }) => attributes.name === 'match' && 'checked' in attributes);
    expect(way.map(({ attributes }) => attributes.value)).toEqual(['exact']);
  });

  test('shows hits with their label, date, headings and marked words', async () => {
    const { open } = openPages();
    const { page } = await open('/search?q=51');
    const hit = byClass(page, 'hit')[0] ?? page;
    expect(byTag(hit, 'mark').map(textOf)).toEqual(['51']);
    expect(textOf(hit)).toContain('Alder 2013, para 1');
    expect(textOf(hit)).toContain('inspected 14–24 January 2013');
    expect(byTag(hit, 'a')[0]?.attributes.href).toBe(
      '/reports/alder-2013?para=1&edition=aaaabbbbcccc#para-1',
    );
  });

  test('narrows to a kind of paragraph, which stays chosen', async () => {
    const { open, pincite } = openPages();
    const { page } = await open('/search?q=cranes&kind=recommendation');
    expect(pincite.searched).toEqual([
      { query: 'cranes', match: 'meaning', limit: 20, filters: { kind: 'recommendation' } },
    ]);
    const choice = byId(page, 'kind');
    expect(byTag(choice, 'option').map(textOf)).toEqual(
      expect.arrayContaining(['Any', 'Finding', 'Response or action']),
    );
    const chosen = findAll(choice, ({ attributes }) => 'selected' in attributes);
    expect(chosen.map(textOf)).toEqual(['Recommendation']);
    const label = findAll(page, ({ attributes }) => attributes.for === 'kind');
    expect(label.map(textOf)).toEqual(['Kind of paragraph']);
  });

  test('searches every kind when the address names one that is not known', async () => {
    const { open, pincite } = openPages();
    expect((await open('/search?q=cranes&kind=opinion')).status).toBe(200);
    expect(pincite.searched).toEqual([{ query: 'cranes', match: 'meaning', limit: 20 }]);
  });

  test('says of what kind a hit is', async () => {
    const { page } = await openPages().open('/search?q=51');
    expect(byClass(page, 'kind').map(textOf)).toEqual(['Kind of paragraph: Finding']);
  });

  test('says what to do when nothing is found', async () => {
    const { open } = openPages();
    expect(textOf((await open('/search?q=nothing<b>')).page)).toContain('No paragraph fits “nothing<b>”.');
  });
});
