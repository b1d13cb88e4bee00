import { describe, expect, test } from 'vitest';
import { openPages } from './open-page.ts';
import { byClass, byId, byTag, findAll, parseHtml, textOf } from './parse-html.ts';

describe('the front page', () => {
  test('has one labelled question field in a form that works without a script', async () => {
    const { open } = openPages();
    const { page, status } = await open('/');
    const form = byClass(page, 'ask')[0];
    expect(status).toBe(200);
    expect(form?.attributes).toMatchObject({ method: 'post', action: '/ask' });
    const label = byTag(page, 'label').find(({ attributes }) => attributes.for === 'question');
    expect(label && textOf(label)).toBe('Your question');
    expect(byId(page, 'question').attributes).toMatchObject({ name: 'question', maxlength: '200' });
  });

  test('lists the reports with their dates, their size and what is missing from a copy', async () => {
    const { open } = openPages();
    const held = byClass((await open('/')).page, 'reports')[0];
    const words = held ? textOf(held) : '';
    expect(words).toContain('Inspection of Alder');
    expect(words).toContain(
      'Alder County Council · inspected 14–24 January 2013; published 2 March 2013 · 8 paragraphs',
    );
    expect(words).toContain('considered 30 January 2020 · 1 paragraph');
    expect(words).toContain('This copy stops at paragraph 1; its contents list Annex.');
  });

  test('offers example questions made from the names and headings of the reports', async () => {
    const { open } = openPages();
    const buttons = byTag(byClass((await open('/')).page, 'examples')[0] ?? parseHtml(''), 'button');
    expect(buttons.map(({ attributes }) => attributes.value)).toEqual([
      'What does the Alder 2013 report say about what works well?',
    ]);
  });

  test('shows what concerns the search as a whole', async () => {
    const { open, pincite } = openPages();
    pincite.notices = ['Keyword search alone: no model.'];
    expect(byClass((await open('/')).page, 'notice').map(textOf)).toContain(
      'Keyword search alone: no model.',
    );
  });

  test('fills in a question from the address without asking it', async () => {
    const { open, pincite } = openPages();
    const { page } = await open('/?q=Is+it+%22good%22%3F');
    expect(byId(page, 'question').attributes.value).toBe('Is it "good"?');
    expect(pincite.asked).toEqual([]);
  });

  test('shows hostile titles as text', async () => {
    const { open } = openPages();
    const { page, source } = await open('/');
    expect(source).not.toContain('<script>alert');
    expect(findAll(page, ({ tag }) => tag === 'script')).toHaveLength(1);
    expect(textOf(page)).toContain('Paper on Birch <script>alert(1)</script>');
  });
});

describe('asking', () => {
  test('leads to the kept answer', async () => {
    const { post } = openPages();
    const response = await post('/ask', [['question', ' How many centres does Alder have? ']]);
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/answers/kept1');
  });

  test('passes the chosen reports, the authority and the years on', async () => {
    const { post, pincite } = openPages();
    await post('/ask', [
      ['question', 'What now?'],
      ['reports', 'alder-2013'],
      ['reports', 'birch-2020'],
      ['authority', 'Alder'],
      ['from', '2013'],
      ['to', 'soon'],
    ]);
    expect(pincite.asked).toEqual([
      {
        question: 'What now?',
        filters: { reports: ['alder-2013', 'birch-2020'], authority: 'Alder', from: 2013 },
      },
    ]);
  });

  test('gives the earlier question and answer to a follow-up', async () => {
    const { post, pincite } = openPages();
    await post('/ask', [
      ['question', 'And in 2020?'],
      ['after', 'kept1'],
    ]);
    expect(pincite.asked[0]?.history).toEqual([
      { role: 'user', content: 'How many centres does Alder have?' },
      { role: 'assistant', content: 'Alder, January 2013: Alder has 51 children’s centres. [1]' },
    ]);
  });

  test('takes a follow-up to an answer that is gone as a question of its own', async () => {
    const { post, pincite } = openPages();
    expect(
      (
        await post('/ask', [
          ['question', 'And in 2020?'],
          ['after', 'deleted1'],
        ])
      ).status,
    ).toBe(303);
    expect(pincite.asked[0]).not.toHaveProperty('history');
  });

  test.each([
    ['nothing', '  ', 'Type a question first.'],
    ['too much', 'x'.repeat(201), 'The question has 201 characters. Please use at most 200.'],
    ['what the service refuses', '???', 'The question has no words.'],
  ])('says beside the field what is wrong with %s', async (_, question, problem) => {
    const { post } = openPages();
    const response = await post('/ask', [['question', question]]);
    const page = parseHtml(await response.text());
    expect(response.status).toBe(400);
    expect(textOf(byId(page, 'question-problem'))).toBe(problem);
    expect(byId(page, 'question').attributes).toMatchObject({
      'aria-describedby': 'question-problem',
      value: question.trim() === '' ? question : question.slice(0, 200),
    });
  });

  test('survives a body that is no form', async () => {
    const { pages } = openPages();
    const response = await pages.request('/ask', {
      method: 'POST',
      body: '{"question":"x"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(response.status).toBe(400);
  });

  test.each([
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'https://elsewhere.test' }],
    [{ origin: 'null' }],
  ])('refuses a form sent from another site: %o', async (headers) => {
    const { post, pincite } = openPages();
    expect((await post('/ask', [['question', 'What now?']], headers)).status).toBe(403);
    expect(pincite.asked).toEqual([]);
  });

  test('accepts its own form behind a proxy that speaks another name', async () => {
    const { post } = openPages({ publicUrl: 'https://reports.test' });
    const response = await post('/ask', [['question', 'What now?']], { origin: 'https://reports.test' });
    expect(response.status).toBe(303);
  });
});
