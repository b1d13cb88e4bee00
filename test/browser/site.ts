import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { createPages } from '../../src/page/pages.ts';
import type { AskRequest } from '../../src/service/pincite.ts';
import { FakePincite } from '../page/fake-pincite.ts';

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 800 };

/** The pages on a port of their own, with an interface for programs that streams as the real one does. */
export class Site {
  readonly pincite = new FakePincite();
  /** What the script asked, as sent. */
  readonly requests: (AskRequest & { reports?: string[] })[] = [];
  /** Milliseconds that an answer to the script takes. */
  delayMs = 0;
  /** The interface for programs answers with a fault. */
  broken = false;
  readonly #server;

  constructor() {
    const app = new Hono();
    app.post('/v1/ask', async (context) => {
      if (this.broken) return context.json({ title: 'A key is needed' }, 401);
      const request = await context.req.json();
      this.requests.push(request);
      return streamSSE(context, async (stream) => {
        await stream.writeSSE({ event: 'status', data: JSON.stringify({ stage: 'searching' }) });
        await stream.sleep(this.delayMs);
        const { answer } = await this.pincite.ask(request);
        await stream.writeSSE({ event: 'done', data: JSON.stringify(answer) });
      });
    });
    app.route('/', createPages({ pincite: this.pincite, maxQuestionCharacters: 200 }));
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
