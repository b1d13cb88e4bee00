import type { Context } from 'hono';
import { html } from 'hono/html';
import type { Problem } from './problem.ts';

/** A problem as a plain page for people, for a door without pages of its own: it needs no other request. */
export function showPlainPage(context: Context, problem: Problem): Response | Promise<Response> {
  const page = html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${problem.title} – Pincite</title></head>
<body><main><h1>${problem.title}</h1><p>${problem.detail}</p>
<p><a href="/">Ask a question</a></p><p><small>Request ${problem.request_id}</small></p></main></body>
</html>`;
  return context.html(page, problem.status, { 'Cache-Control': 'no-store' });
}
