import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { parseConfig } from '../../src/config.ts';
import { createApp } from '../../src/http/app.ts';
import { createPages } from '../../src/page/pages.ts';
import { FakePincite } from '../page/fake-pincite.ts';

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

/** The whole door to the web on a port of its own, over a small corpus. */
export class Site {
  readonly pincite = new FakePincite();
  readonly #server;

  /** With `apiKeys`, the interface for programs answers nobody else; the pages stay open. */
  constructor(apiKeys?: string) {
    const config = parseConfig(apiKeys ? { API_KEYS: apiKeys } : {});
    const app = createApp({
      pincite: this.pincite,
      config,
      version: '0',
      logger: { info() {}, warn() {}, error() {} },
      pages: ({ pincite, openapi }) =>
        createPages({ pincite, openapi, maxQuestionCharacters: config.MAX_QUESTION_CHARACTERS }),
    });
    this.#server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
  }
}

export function startBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '', args: ['--no-sandbox'] });
}

/** Opens a page in a fresh context and collects what the browser complains about (the policy, faults of scripts). */
export async function openPage(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: desktop, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { page, complaints };
}
