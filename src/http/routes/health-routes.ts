import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Readiness } from '../../service/pincite.ts';
import type { HttpEnvironment, RouteContext } from '../http-environment.ts';
import { healthSchema, readinessSchema } from '../schemas/health-schemas.ts';

const healthRoute = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Is the process alive?',
  responses: { 200: { description: 'Yes', content: { 'application/json': { schema: healthSchema } } } },
});

const readinessContent = { 'application/json': { schema: readinessSchema } };
const readinessRoute = createRoute({
  method: 'get',
  path: '/readyz',
  summary: 'Is there an index to answer from? Calls no model.',
  responses: {
    200: { description: 'Yes', content: readinessContent },
    503: { description: 'Not yet', content: readinessContent },
  },
});

/** Adds what a supervisor and a scraper ask for. These need no key and no time limit of their own. */
export function addHealthRoutes(
  app: OpenAPIHono<HttpEnvironment>,
  { pincite, metrics, version }: RouteContext,
): void {
  app.openapi(healthRoute, (context) => context.json({ status: 'ok' as const, version }, 200));
  app.openapi(readinessRoute, async (context) => {
    const readiness = await pincite.readiness();
    return context.json(readiness, readiness.ready ? 200 : 503);
  });
  if (!metrics) return;
  app.get('/metrics', async (context) => {
    // Without an index there is still a process to watch.
    const none: Pick<Readiness, 'generation' | 'reports' | 'paragraphs'> = {
      generation: null,
      reports: 0,
      paragraphs: 0,
    };
    metrics.setIndex(await pincite.readiness().catch(() => none));
    const { contentType, text } = await metrics.render();
    return context.body(text, 200, { 'Content-Type': contentType });
  });
}
