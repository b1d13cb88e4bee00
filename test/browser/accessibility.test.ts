import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { desktop, openPage, phone, Site, startBrowser } from './site.ts';

const pages = {
  ask: '/',
  answer: '/answers/kept1',
  refusal: '/answers/refused1',
  choices: '/answers/clarify1',
  missing: '/answers/none',
  deleted: '/answers/deleted1',
  report: '/reports/alder-2013?q=0-32&para=1#para-1',
  search: '/search?q=centres',
  docs: '/docs',
};
const screenshots = process.env.SCREENSHOT_DIR ?? join(tmpdir(), 'pincite-screenshots');
let browser: Browser;
let site: Site;

beforeAll(async () => {
  mkdirSync(screenshots, { recursive: true });
  browser = await startBrowser();
  site = new Site();
});
afterAll(async () => {
  await browser.close();
  site.close();
});

/** What the rules say is wrong, and where contrast could not be told. */
async function problemsOf(page: Page): Promise<string[]> {
  // The bar lies hidden below the report's head, where its contrast cannot be told; the cards have its colours.
  const { violations, incomplete } = await new AxeBuilder({ page }).exclude('.report-bar').analyze();
  const unsure = incomplete.filter(({ id }) => id === 'color-contrast');
  return [...violations, ...unsure].map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}

describe.each([
  { colorScheme: 'light', size: 'phone', viewport: phone },
  { colorScheme: 'light', size: 'desktop', viewport: desktop },
  { colorScheme: 'dark', size: 'phone', viewport: phone },
] as const)('in the $colorScheme scheme on a $size', ({ colorScheme, size, viewport }) => {
  test.each(Object.entries(pages))(
    'the %s page breaks no rule that a machine can check',
    async (name, path) => {
      const { page } = await openPage(browser, { colorScheme, viewport });
      await page.goto(site.url + path);
      await page.screenshot({ path: join(screenshots, `${name}-${size}-${colorScheme}.png`) });
      await page.evaluate(() => scrollTo(0, 0));
      expect(await problemsOf(page)).toEqual([]);
      await page.context().close();
    },
  );
});

test.each(Object.entries(pages))('the %s page fits a screen 320 pixels wide', async (_, path) => {
  const { page } = await openPage(browser, { viewport: { width: 320, height: 640 } });
  await page.goto(site.url + path);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test.each(Object.entries(pages))(
  'the %s page is loaded without a complaint of the browser',
  async (_, path) => {
    const { page, complaints } = await openPage(browser);
    await page.goto(site.url + path);
    // The browser reports a page's own 404 or 410 as an error; that is the page's purpose.
    expect(complaints.filter((text) => !text.includes('status of 4'))).toEqual([]);
  },
);
