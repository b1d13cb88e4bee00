import { createPages } from '../../src/page/pages.ts';
import { FakePincite } from './fake-pincite.ts';
import { type Element, parseHtml } from './parse-html.ts';

/** The pages over a small corpus, asked as a browser without a script asks. */
export function openPages(options: { openapi?: () => unknown; publicUrl?: string } = {}) {
  const pincite = new FakePincite();
  const pages = createPages({ pincite, maxQuestionCharacters: 200, ...options });

  async function open(
    path: string,
  ): Promise<{ status: number; headers: Headers; page: Element; source: string }> {
    const response = await pages.request(`http://pages.test${path}`);
    const source = await response.text();
    return { status: response.status, headers: response.headers, page: parseHtml(source), source };
  }

  function post(path: string, fields: [string, string][], headers: Record<string, string> = {}) {
    return pages.request(`http://pages.test${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { origin: 'http://pages.test', ...headers },
    });
  }

  return { pincite, pages, open, post };
}
