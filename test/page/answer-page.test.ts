import { Hono } from 'hono';
import { describe, expect, test } from 'vitest';
import type { Citation } from '../../src/answer/answer.ts';
import { AppError } from '../../src/errors.ts';
import { openPages } from './open-page.ts';
import { byClass, byId, byTag, type Element, findAll, parseHtml, textOf } from './parse-html.ts';
import { sampleAnswer, sampleCitation, sampleHit, sampleQuote } from './sample-answers.ts';

function only<T>(found: T[]): T {
  if (found.length !== 1) throw new Error(`found ${found.length}, wanted one`);
  return found[0] as T;
}
const said = (page: Element) => only(byClass(page, 'said'));

describe('an answer', () => {
  test('leads with its label and quotes its claim with a marker that links to the citation', async () => {
    const { open } = openPages();
    const { page } = await open('/answers/kept1');
    expect(byClass(said(page), 'label').map(textOf)).toEqual(['Alder, January 2013:']);
    expect(byClass(said(page), 'claim').map(textOf)).toEqual([`“${sampleQuote}”1`]);
    const marker = only(byClass(said(page), 'marker'));
    expect(marker.attributes['aria-label']).toBe('Citation 1: Alder 2013, para 1');
    expect(byId(page, marker.attributes.href?.slice(1) ?? '').tag).toBe('li');
  });

  test('says of what kind a cited paragraph is, and that it is probable where that is not sure', async () => {
    const { open, pincite } = openPages();
    const kindOf = async (different: Partial<Citation>) => {
      pincite.answers.set(
        'kind',
        sampleAnswer({ id: 'kind', citations: [{ ...sampleCitation, ...different }] }),
      );
      return byClass(only(byClass((await open('/answers/kind')).page, 'card')), 'kind').map(textOf);
    };
    expect(await kindOf({ kind: 'recommendation' })).toEqual(['Kind of paragraph: Recommendation']);
    expect(await kindOf({ kind: 'judgement', kind_confidence: 0.6 })).toEqual([
      'Kind of paragraph: Probably a judgement',
    ]);
    expect(await kindOf({ kind: 'unclassified', kind_confidence: 0.4 })).toEqual([]);
    const { kind_confidence: _unknown, ...keptBefore } = { ...sampleCitation, kind: 'response' as const };
    pincite.answers.set('old', sampleAnswer({ id: 'old', citations: [keptBefore] }));
    expect(byClass((await open('/answers/old')).page, 'kind').map(textOf)).toEqual([
      'Kind of paragraph: Response or action',
    ]);
  });

  test('does not put words of its own in quotation marks', async () => {
    const { open, pincite } = openPages();
    pincite.answers.set(
      'own',
      sampleAnswer({ id: 'own', parts: [{ text: 'There are 51.', role: 'claim', markers: [1] }] }),
    );
    expect(byClass(said((await open('/answers/own')).page), 'claim').map(textOf)).toEqual(['There are 51.1']);
  });

  test('shows each citation with its title, dates in words, headings, quote, voice and a link to the place', async () => {
    const { open } = openPages();
    const card = only(byClass((await open('/answers/kept1')).page, 'card'));
    const words = textOf(card);
    expect(words).toContain('Alder 2013, para 1');
    expect(words).toContain('Inspection of Alder · inspected 14–24 January 2013; published 2 March 2013');
    expect(byClass(card, 'path').map(textOf)).toEqual(['Overview']);
    expect(byTag(card, 'blockquote').map(textOf)).toEqual([`“${sampleQuote}”`]);
    expect(words).toContain('This is the council’s own account.');
    const hrefs = byTag(card, 'a').map(({ attributes }) => attributes.href);
    expect(hrefs[0]).toBe('/reports/alder-2013?q=0-32&para=1&edition=aaaabbbbcccc#para-1');
  });

  test('marks what is cited from a report that was read with low confidence, in a copy as well', async () => {
    const { open, pincite } = openPages();
    const caution = 'Check against the original.';
    const citations = [{ ...sampleCitation, caution }];
    pincite.answers.set('doubtful', sampleAnswer({ id: 'doubtful', citations, nearest: [] }));
    const { page } = await open('/answers/doubtful');
    expect(byClass(only(byClass(page, 'card')), 'notice').map(textOf)).toEqual([caution]);
    const button = only(findAll(page, ({ attributes }) => 'data-copy' in attributes));
    expect(button.attributes['data-copy']).toMatch(/\[Check against the original\.\]$/);
    expect(byClass(only(byClass((await open('/answers/kept1')).page, 'card')), 'notice')).toEqual([]);
  });

  test('offers a copy of quote and citation that is hidden until a script can copy', async () => {
    const { open } = openPages({ publicUrl: 'https://reports.test' });
    const button = only(
      findAll((await open('/answers/kept1')).page, ({ attributes }) => 'data-copy' in attributes),
    );
    expect(button.attributes).toMatchObject({
      hidden: '',
      'data-copy':
        '“Alder has 51 children’s centres.” (Alder 2013, para 1; Inspection of Alder, inspected 14–24 January 2013; published 2 March 2013; https://reports.test/reports/alder-2013?q=0-32#para-1)',
    });
  });

  test('keeps the tabs and line breaks of a quote as they are', async () => {
    const { open, pincite } = openPages();
    const quote = 'Overall effectiveness\tInadequate';
    const parts = [{ text: quote, role: 'claim' as const, markers: [1] }];
    pincite.answers.set(
      'row',
      sampleAnswer({ id: 'row', parts, citations: [{ ...sampleCitation, quotes: [quote] }] }),
    );
    const { page } = await open('/answers/row');
    expect(textOf(said(page))).toContain(`“${quote}”`);
    expect(byTag(page, 'blockquote').map(textOf)).toEqual([`“${quote}”`]);
  });

  test('is dated, says what was searched and where it is kept', async () => {
    const { open } = openPages({ publicUrl: 'https://reports.test' });
    const record = textOf(only(byClass((await open('/answers/kept1')).page, 'record')));
    expect(record).toContain('Searched 2 reports, 9 paragraphs');
    expect(record).toContain('Asked on 22 November 2026 at 06:10 UTC.');
    expect(record).toContain('Answer kept at https://reports.test/answers/kept1');
  });

  test('says how a follow-up was understood', async () => {
    const { open, pincite } = openPages();
    const searched = { reports: ['alder-2013'], paragraphs: 8, question: 'How many centres has Birch?' };
    pincite.answers.set('next', sampleAnswer({ id: 'next', question: 'And Birch?', searched }));
    expect(textOf((await open('/answers/next')).page)).toContain(
      'Understood as: “How many centres has Birch?”',
    );
  });

  test('says which cited copy is incomplete, and only that', async () => {
    const { open, pincite } = openPages();
    const citations = [{ ...sampleCitation, report: 'birch-2020' }];
    pincite.answers.set('birch', sampleAnswer({ id: 'birch', citations }));
    expect(byClass((await open('/answers/kept1')).page, 'notice')).toEqual([]);
    expect(
      byClass((await open('/answers/birch')).page, 'notice')
        .map(textOf)
        .join(),
    ).toContain('This copy stops at paragraph 1');
  });

  test('shows hostile words as words, in text and in attributes', async () => {
    const { open, pincite } = openPages();
    const evil = '"><img src=x onerror=alert(1)><script>alert(2)</script>';
    const parts = [{ text: evil, role: 'claim' as const, markers: [1] }];
    const citation = {
      ...sampleCitation,
      quotes: [evil],
      label: evil,
      title: evil,
      heading: [evil],
      voice: evil,
      url: `javascript:${evil}`,
    };
    pincite.answers.set(
      'evil',
      sampleAnswer({ id: 'evil', question: evil, answer: evil, parts, gaps: [evil], citations: [citation] }),
    );
    const { page } = await open('/answers/evil');
    expect(findAll(page, ({ tag }) => tag === 'img')).toEqual([]);
    expect(byTag(page, 'script')).toHaveLength(1);
    expect(
      findAll(page, ({ attributes }) => Object.keys(attributes).some((name) => name.startsWith('on'))),
    ).toEqual([]);
    expect(byTag(page, 'a').filter(({ attributes }) => !/^[/#h]/.test(attributes.href ?? ''))).toEqual([]);
    expect(textOf(only(byTag(page, 'h1')))).toBe(evil);
  });

  test('is readable while no index is there', async () => {
    const { open, pincite } = openPages();
    pincite.reports = () => Promise.reject(new Error('no index'));
    expect((await open('/answers/kept1')).status).toBe(200);
  });

  test('offers a follow-up that names this answer', async () => {
    const { open } = openPages();
    const after = findAll(
      (await open('/answers/kept1')).page,
      ({ attributes }) => attributes.name === 'after',
    );
    expect(only(after).attributes.value).toBe('kept1');
  });
});

describe('other states', () => {
  test('a refusal gives its reason once, what was searched, the gaps, the incomplete copies and the nearest paragraphs', async () => {
    const { open } = openPages();
    const { page } = await open('/answers/refused1');
    const words = textOf(page);
    expect(words.split('The reports do not say.')).toHaveLength(2);
    expect(words).toContain('Searched 2 reports, 9 paragraphs');
    expect(byClass(page, 'gaps').map(textOf).join()).toContain('the cup');
    expect(byClass(page, 'notice').map(textOf).join()).toContain('This copy stops at paragraph 1');
    const link = byTag(only(byClass(page, 'nearest')), 'a')[0];
    expect(link?.attributes.href).toBe('/reports/alder-2013?para=1&edition=aaaabbbbcccc#para-1');
    expect(byTag(page, 'details').some((details) => byClass(details, 'nearest').length > 0)).toBe(false);
  });

  test('a choice is a form that asks the ready question with its filters', async () => {
    const { open, post, pincite } = openPages();
    const form = only(byTag(only(byClass((await open('/answers/clarify1')).page, 'examples')), 'form'));
    const fields = byTag(form, 'input').map(({ attributes }): [string, string] => [
      attributes.name ?? '',
      attributes.value ?? '',
    ]);
    await post('/ask', fields);
    expect(pincite.asked).toEqual([
      { question: 'How many centres does Alder have?', filters: { reports: ['alder-2013'], from: 2013 } },
    ]);
  });

  test('near paragraphs are folded away below an answer', async () => {
    const { open, pincite } = openPages();
    pincite.answers.set('near', sampleAnswer({ id: 'near', nearest: [sampleHit] }));
    const folded = byTag((await open('/answers/near')).page, 'details').filter(
      (details) => byClass(details, 'nearest').length > 0,
    );
    expect(folded).toHaveLength(1);
  });

  test.each([
    ['/answers/unknown', 404, 'There is no answer "unknown" here.'],
    ['/answers/deleted1', 410, 'This answer was deleted.'],
    ['/reports/unknown', 404, 'There is no such report here.'],
  ])('%s is a page with status %i', async (path, status, words) => {
    const { open } = openPages();
    const opened = await open(path);
    expect(opened.status).toBe(status);
    expect(textOf(opened.page)).toContain(words);
  });

  test('an unforeseen fault is a page that tells nothing of the inside', async () => {
    const { open, pincite } = openPages();
    pincite.answer = () => Promise.reject(new Error('secret path'));
    const { status, source } = await open('/answers/kept1');
    expect(status).toBe(500);
    expect(source).not.toContain('secret path');
  });
});

test.each([
  ['index_missing', 503],
  ['timed_out', 504],
  ['disk_full', 503],
] as const)(
  'a failure with the code %s is a page with status %i that a log can explain',
  async (code, status) => {
    const { pages, pincite } = openPages();
    pincite.answer = () => Promise.reject(new AppError(code, 'run the indexer'));
    let logged: Error | undefined;
    const app = new Hono();
    app.use(async (context, next) => {
      await next();
      logged = context.error;
    });
    app.route('/', pages);
    const response = await app.request('/answers/kept1');
    expect(response.status).toBe(status);
    expect(logged?.message).toBe('run the indexer');
  },
);

describe('feedback', () => {
  test('is kept with its comment and thanked for', async () => {
    const { open, post, pincite } = openPages();
    const response = await post('/answers/kept1/feedback', [
      ['verdict', 'not_helpful'],
      ['comment', ' Wrong year. '],
    ]);
    expect(response.status).toBe(303);
    expect(pincite.feedback).toEqual([
      { id: 'kept1', feedback: { verdict: 'not_helpful', comment: 'Wrong year.' } },
    ]);
    const after = new URL(response.headers.get('location') ?? '', 'http://pages.test');
    expect(textOf(byId((await open(after.pathname + after.search)).page, 'feedback-kept1'))).toContain(
      'Thank you',
    );
  });

  test('is asked for with one button for each verdict', async () => {
    const { open } = openPages();
    const buttons = byTag(byId((await open('/answers/kept1')).page, 'feedback-kept1'), 'button');
    expect(buttons.map((button) => [textOf(button), button.attributes.value])).toEqual([
      ['Yes, helpful', 'helpful'],
      ['No, not helpful', 'not_helpful'],
    ]);
  });

  test('without a verdict is refused', async () => {
    const { post, pincite } = openPages();
    const response = await post('/answers/kept1/feedback', [['comment', 'x']]);
    expect(response.status).toBe(400);
    expect(textOf(parseHtml(await response.text()))).toContain('helpful or not');
    expect(pincite.feedback).toEqual([]);
  });

  test('from another site is refused', async () => {
    const { post } = openPages();
    const response = await post('/answers/kept1/feedback', [['verdict', 'helpful']], {
      'sec-fetch-site': 'cross-site',
    });
    expect(response.status).toBe(403);
  });
});
