import { describe, expect, test } from 'vitest';
import { madeUpReading } from '../made-up-reading.ts';
import { openPages } from './open-page.ts';
import { byClass, byId, byTag, findAll, textOf } from './parse-html.ts';
import { alder, alderParagraphs, birch } from './sample-reports.ts';

describe('a report', () => {
  test('shows every paragraph once, in order, under its id', async () => {
    const { open } = openPages();
    const { page } = await open('/reports/alder-2013');
    const ids = findAll(page, ({ attributes }) => attributes.id?.startsWith('para-') ?? false).map(
      ({ attributes }) => attributes.id,
    );
    expect(ids).toEqual(alderParagraphs.map(({ id }) => `para-${id}`));
    const words = textOf(byId(page, 'para-1'));
    expect(words).toContain('Alder has 51 children’s centres. Most are <b>good</b> & open.');
  });

  test('sets headings as headings, outermost second level, and lists them as contents', async () => {
    const { open } = openPages();
    const { page } = await open('/reports/alder-2013');
    const headings = findAll(page, ({ tag }) => /^h\d$/.test(tag)).map(
      (heading) => `${heading.tag} ${textOf(heading)}`,
    );
    expect(headings).toEqual(['h1 Inspection of Alder', 'h2 Overview', 'h2 Findings', 'h3 What works well']);
    const links = byTag(byClass(page, 'contents')[0] ?? page, 'a');
    expect(links.map((link) => textOf(byId(page, link.attributes.href?.slice(1) ?? '')))).toEqual(
      links.map(textOf),
    );
    expect(links).toHaveLength(3);
  });

  test('tells how it was read, folded away, and in the open where that is not to be trusted', async () => {
    const { open, pincite } = openPages();
    const folded = byClass((await open('/reports/alder-2013')).page, 'reading').map(textOf);
    expect(folded).toEqual([expect.stringContaining('Confidence1.00 of 1.')]);
    const reasons = ['Numbers are missing: 3.'];
    const reading = madeUpReading({ confidence: 0.4, reasons, caution: 'Check against the original.' });
    pincite.report = async () => ({ report: { ...alder, reading }, paragraphs: alderParagraphs });
    const { page } = await open('/reports/alder-2013');
    expect(byClass(page, 'notice').map(textOf)).toEqual([
      'Check against the original. Numbers are missing: 3.',
    ]);
    pincite.reports = async () => [{ ...alder, reading }, birch];
    expect(byClass((await open('/')).page, 'notice').map(textOf)).toContain('Check against the original.');
  });

  test('joins table rows with the same columns into one table', async () => {
    const { open } = openPages();
    const tables = byTag((await open('/reports/alder-2013')).page, 'table');
    expect(tables).toHaveLength(2);
    const [judgements] = tables;
    if (!judgements) throw new Error('no table');
    expect(byTag(judgements, 'th').map(textOf)).toEqual(['Judgement', 'Grade', 'Link']);
    expect(
      byTag(judgements, 'tr')
        .slice(1)
        .map((row) => byTag(row, 'td').slice(0, 2).map(textOf)),
    ).toEqual([
      ['Overall effectiveness', 'Inadequate'],
      ['Leadership', 'Adequate'],
    ]);
  });

  test('sets bullets as a list', async () => {
    const { open } = openPages();
    const paragraph = byId((await open('/reports/alder-2013')).page, 'para-2');
    expect(byTag(paragraph, 'li').map(textOf)).toEqual([
      'act at once',
      'train its staff',
      'publish what it did',
    ]);
  });

  test('links each paragraph to itself and to its neighbours', async () => {
    const { open } = openPages();
    const { page } = await open('/reports/alder-2013');
    const hrefs = byTag(byId(page, 'para-2'), 'a').map(({ attributes }) => attributes.href);
    expect(hrefs).toEqual([
      '/reports/alder-2013#para-2',
      '/reports/alder-2013#para-1',
      '/reports/alder-2013#para-overview.3',
    ]);
  });

  test('says when the copy is incomplete, and keeps a hostile source address out', async () => {
    const { open } = openPages();
    const { page } = await open('/reports/birch-2020');
    expect(byClass(page, 'notice').map(textOf)).toEqual([
      'This copy stops at paragraph 1; its contents list Annex.',
    ]);
    expect(byTag(page, 'a').filter(({ attributes }) => attributes.href?.startsWith('javascript'))).toEqual(
      [],
    );
  });

  test('keeps its title and dates in view and links to a search of it', async () => {
    const { open } = openPages();
    const { page } = await open('/reports/alder-2013');
    expect(byClass(page, 'report-bar').map(textOf)).toEqual([
      'Inspection of Alder inspected 14–24 January 2013; published 2 March 2013',
    ]);
    expect(byTag(page, 'a').map(({ attributes }) => attributes.href)).toContain('/search?reports=alder-2013');
  });
});

describe('marking the quoted words', () => {
  const text = alderParagraphs[1]?.text ?? '';
  const bullets = alderParagraphs[2]?.text ?? '';

  async function marks(query: string) {
    const { page } = await openPages().open(`/reports/alder-2013?${query}`);
    return byTag(page, 'mark').map(textOf);
  }

  test('marks exactly the place in the named paragraph, over characters that need escaping', async () => {
    const start = text.indexOf('Most');
    expect(await marks(`q=${start}-${text.length}&para=1`)).toEqual(['Most are <b>good</b> & open.']);
  });

  test('marks several places, and a place over several bullets without the bullets’ own marks', async () => {
    const start = bullets.indexOf('act');
    const end = bullets.indexOf(' its staff');
    expect(await marks(`q=0-11&q=${start}-${end}&para=2`)).toEqual(['The council', 'act at once', 'train']);
  });

  test('marks words in the cells of a table row', async () => {
    expect(await marks('q=8-32&para=OVERVIEW.3')).toEqual(['effectiveness', 'Inadequate']);
  });

  test('marks overlapping places once, whatever their order', async () => {
    expect(await marks('q=6-12&q=0-9&para=1')).toEqual(['Alder has', ' 51']);
  });

  test('counts places in a row over the tabs between its cells', async () => {
    expect(await marks('q=24-26&para=overview.3')).toEqual(['ad']);
  });

  test('points out the named paragraph', async () => {
    const { page } = await openPages().open('/reports/alder-2013?q=0-5&para=1#para-1');
    expect(byClass(page, 'cited').map(({ attributes }) => attributes.id)).toEqual(['para-1']);
  });

  test('marks nothing for a place beyond the end of the paragraph or written wrongly', async () => {
    for (const place of [`0-${text.length + 1}`, '5-5', '9-3', '-1-4', 'a-b', '1', '']) {
      expect(await marks(`q=${encodeURIComponent(place)}&para=1`)).toEqual([]);
    }
  });

  test('without the paragraph’s name leaves the choice to the fragment', async () => {
    const { page } = await openPages().open('/reports/alder-2013?q=0-5');
    expect(byTag(page, 'mark')).toEqual([]);
    expect(byClass(byId(page, 'para-1'), 'quoted').map(textOf)).toEqual(['Alder']);
  });
});

describe('a report that has changed since it was cited', () => {
  test('shows the kept paragraph instead, with its words marked', async () => {
    const { open } = openPages();
    const { page, status } = await open('/reports/alder-2013?q=0-12&para=1&edition=0ld0ld0ld0ld');
    expect(status).toBe(200);
    expect(byTag(page, 'mark').map(textOf)).toEqual(['Alder had 50']);
    expect(byClass(page, 'notice').map(textOf).join()).toContain('changed or removed since');
  });

  test('shows the kept paragraph of a report that was removed', async () => {
    const { open } = openPages();
    expect((await open('/reports/removed?para=1&edition=0ld0ld0ld0ld')).status).toBe(200);
  });

  test('is not found where nothing was kept', async () => {
    const { open } = openPages();
    expect((await open('/reports/alder-2013?edition=ffff')).status).toBe(404);
    expect((await open('/reports/alder-2013?edition=ffff&para=1')).status).toBe(404);
  });
});
