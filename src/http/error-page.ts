import { html } from 'hono/html';
import type { Problem } from './problem.ts';

/** A problem as a plain page for people: nothing on it needs a style sheet, a script or another request. */
export function errorPage(problem: Problem) {
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${problem.title} – Pincite</title></head>
<body><main><h1>${problem.title}</h1><p>${problem.detail}</p>
<p><a href="/">Ask a question</a></p><p><small>Request ${problem.request_id}</small></p></main></body>
</html>`;
}
