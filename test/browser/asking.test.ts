import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openPage, Site, startBrowser } from './site.ts';

const question = 'How many centres does Alder have?';
let browser: Browser;
let site: Site;

beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());
beforeEach(() => {
  site = new Site();
});
afterEach(() => site.close());

describe('without a script', () => {
  test('a question leads to the kept answer, and its citation to the marked words', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(site.url);
    await page.getByLabel('Your question').fill(question);
    await page.getByRole('button', { name: 'Ask', exact: true }).click();
    expect(new URL(page.url()).pathname).toBe('/answers/kept1');
    await page.getByRole('link', { name: 'Read it in the report' }).click();
    expect(new URL(page.url()).hash).toBe('#para-1');
    expect(await page.locator('#para-1 mark').textContent()).toBe('Alder has 51 children’s centres.');
    const box = await page.locator('#para-1').boundingBox();
    expect(box?.y).toBeLessThan(800);
    expect(box?.y).toBeGreaterThan(30);
  });

  test('an address with a place and a fragment alone marks the words of that paragraph only', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${site.url}/reports/alder-2013?q=0-5#para-1`);
    const background = (paragraph: string) =>
      page.locator(`#${paragraph} .quoted`).evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(await background('para-1')).toBe('rgb(255, 229, 138)');
    expect(await background('para-3')).toBe('rgba(0, 0, 0, 0)');
  });

  test('feedback with a comment is kept and thanked for', async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${site.url}/answers/kept1`);
    await page.getByText('Add a comment').click();
    await page.getByLabel(/What was right or wrong/).fill('Clear.');
    await page.getByRole('button', { name: 'Yes, helpful' }).click();
    await page.getByText('Thank you.').waitFor();
    expect(site.pincite.feedback).toEqual([
      { id: 'kept1', feedback: { verdict: 'helpful', comment: 'Clear.' } },
    ]);
  });
});

describe('with a script', () => {
  test('the answer comes without a page load, with its own address and the reader at its heading', async () => {
    const { page, complaints } = await openPage(browser);
    await page.goto(site.url);
    await page.evaluate(() => document.body.setAttribute('data-same-load', ''));
    await page.getByLabel('Your question').fill(question);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: question }).waitFor();
    expect(await page.locator('body[data-same-load]').count()).toBe(1);
    expect(new URL(page.url()).pathname).toBe('/answers/kept1');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.locator('#main').getAttribute('aria-busy')).toBe('false');
    expect(complaints).toEqual([]);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Ask the reports' }).waitFor();
  });

  test('a follow-up carries the conversation and stands below what was said before', async () => {
    const { page } = await openPage(browser);
    await page.goto(`${site.url}/answers/kept1`);
    await page.getByLabel('Ask a follow-up').fill('And Birch?');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'And Birch?' }).waitFor();
    expect(await page.locator('article.answer h1').allInnerTexts()).toEqual([question, 'And Birch?']);
    expect(site.pincite.asked).toMatchObject([
      {
        question: 'And Birch?',
        history: [
          { role: 'user', content: question },
          { role: 'assistant', content: 'Alder, January 2013: Alder has 51 children’s centres. [1]' },
        ],
      },
    ]);
    const ids = await page.locator('[id]').evaluateAll((found) => found.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('an example question is asked with one press, and chosen reports go along', async () => {
    const { page } = await openPage(browser);
    await page.goto(site.url);
    await page.getByRole('button', { name: /^What does the Alder 2013 report say/ }).click();
    await page.locator('article.answer').waitFor();
    await page.getByText('Only some reports').click();
    await page.getByLabel('Inspection of Alder').check();
    await page.getByLabel('Ask a follow-up').fill('What else?');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What else?' }).waitFor();
    expect(site.pincite.asked.map(({ filters }) => filters?.reports)).toEqual([undefined, ['alder-2013']]);
  });

  test('waiting is announced once and can be stopped with Escape', async () => {
    site.pincite.delayMs = 3000;
    const { page } = await openPage(browser);
    await page.goto(site.url);
    await page.getByLabel('Your question').fill(question);
    await page.keyboard.press('Enter');
    await page.getByText('Looking in the reports …').waitFor();
    expect(await page.getByRole('status').textContent()).toBe('Searching the reports. Press Escape to stop.');
    expect(await page.locator('#main').getAttribute('aria-busy')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByText('Stopped.').waitFor();
    expect(await page.getByLabel('Your question').inputValue()).toBe(question);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('question');
  });

  test.each([
    ['the form', 'Your question'],
    ['an example', null],
  ])('where programs need a key, %s is sent as without a script', async (_, field) => {
    const closed = new Site('a-key-of-programs');
    const { page } = await openPage(browser);
    await page.goto(closed.url);
    if (field) {
      await page.getByLabel(field).fill(question);
      await page.keyboard.press('Enter');
    } else {
      await page.getByRole('button', { name: /^What does the Alder/ }).click();
    }
    await page.waitForURL(/\/answers\//);
    closed.close();
    expect(closed.pincite.asked).toHaveLength(1);
    expect(closed.pincite.asked[0]?.question).toMatch(field ? /^How many/ : /^What does the Alder/);
  });

  test('a quote is copied with its citation', async () => {
    const { page } = await openPage(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(`${site.url}/answers/kept1`);
    await page.getByRole('button', { name: 'Copy the quote and Alder 2013, para 1' }).click();
    await page.getByRole('status').getByText('Copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^“Alder has 51 children’s centres\.” \(Alder 2013, para 1; .*#para-1\)$/);
  });
});

test('everything needed to ask, check and give feedback can be reached with the keyboard alone', async () => {
  const { page } = await openPage(browser);
  await page.goto(site.url);
  const reached: string[] = [];
  async function tabTo(wanted: string): Promise<void> {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate(
        () => document.activeElement?.id || document.activeElement?.textContent?.trim() || '',
      );
      reached.push(name);
      if (name.startsWith(wanted)) return;
    }
    throw new Error(`${wanted} was not reached, only ${reached.join(', ')}`);
  }
  await tabTo('Skip to');
  await page.keyboard.press('Enter');
  await tabTo('question');
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: question }).waitFor();
  await tabTo('1');
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).hash).toBe('#citation-kept1-1');
  await tabTo('Read it in the report');
  await page.keyboard.press('Enter');
  await page.locator('#para-1 mark').waitFor();
});
