import { type Context, Hono } from 'hono';
import { answerRoutes } from './answer-routes.ts';
import { askRoutes } from './ask-routes.ts';
import { sendAsset } from './assets.ts';
import { docsPage } from './docs-page.ts';
import type { PageOptions } from './page-options.ts';
import { reportRoute } from './report-route.ts';
import { sendFailure, sendPage } from './respond.ts';
import { searchRoute } from './search-route.ts';

const robots = 'User-agent: *\nDisallow: /answers/\nDisallow: /search\nDisallow: /ask\n';

/** Answers a request, with failures as pages in plain words. */
function page(handler: (context: Context) => Promise<Response>): (context: Context) => Promise<Response> {
  return (context) => handler(context).catch((error: unknown) => sendFailure(context, error));
}

/** The pages for people, ready to be mounted at `/`. Every page sets its own strict content security policy. */
export function createPages(options: PageOptions): Hono {
  const pages = new Hono();
  const ask = askRoutes(options);
  const answers = answerRoutes(options);
  pages.get('/', page(ask.front));
  pages.post('/ask', page(ask.ask));
  pages.get('/ask', (context) => context.redirect('/', 303));
  pages.get('/answers/:id', page(answers.show));
  pages.post('/answers/:id/feedback', page(answers.feedback));
  pages.get('/reports', (context) => context.redirect('/#held', 303));
  pages.get('/reports/:report', page(reportRoute(options)));
  pages.get('/search', page(searchRoute(options)));
  pages.get(
    '/docs',
    page(async (context) => sendPage(context, docsPage(await options.openapi?.()))),
  );
  pages.get('/assets/*', sendAsset);
  pages.get('/robots.txt', (context) => context.text(robots));
  return pages;
}
