import { html } from 'hono/html';
import { assetPaths } from './assets.ts';
import type { Html } from './page-options.ts';

/** What differs from page to page. */
export interface LayoutParts {
  title: string;
  main: Html;
  /** The entry of the navigation that this page is. */
  here?: 'ask' | 'search' | 'docs';
  /** Kept answers and errors are not for search engines. */
  noIndex?: boolean;
}

const links = [
  { id: 'ask', href: '/', text: 'Ask' },
  { id: 'search', href: '/search', text: 'Search' },
  { id: 'docs', href: '/docs', text: 'For programs' },
];

/** A whole page: head, site header, the page's own words, footer. */
export function layout({ title, main, here, noIndex }: LayoutParts): Html {
  return html`<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${noIndex ? html`<meta name="robots" content="noindex">` : ''}
<title>${title} – Pincite</title>
<link rel="icon" href="${assetPaths.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${assetPaths.style}">
<script src="${assetPaths.script}" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the page’s words</a>
<header class="site">
<a class="brand" href="/">Pincite</a>
<nav aria-label="Site">${links.map(
    ({ id, href, text }) =>
      html`<a href="${href}"${id === here ? html` aria-current="page"` : ''}>${text}</a>`,
  )}</nav>
</header>
<main id="main" tabindex="-1">${main}</main>
<div class="progress"><p id="progress" role="status"></p><span id="stage" aria-hidden="true"></span><button id="stop" type="button" class="quiet" hidden>Stop</button></div>
<footer class="site"><p>Answers quote the reports word for word. Open the paragraph before you rely on it.</p></footer>
</body>
</html>`;
}
