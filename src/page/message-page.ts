import { html } from 'hono/html';
import { layout } from './layout.ts';
import type { Html } from './page-options.ts';

/** A page that says one thing in plain words, and where to go from there. */
export function messagePage({ title, text }: { title: string; text: string }): Html {
  return layout({
    title,
    noIndex: true,
    main: html`<h1>${title}</h1>
      <p>${text}</p>
      <p><a href="/">Ask a question</a> or <a href="/search">search the reports</a>.</p>`,
  });
}
