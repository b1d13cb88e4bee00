import type { OpenAPIHono } from '@hono/zod-openapi';
import type { HttpEnvironment, RouteContext } from './http-environment.ts';

const description =
  'Ask a council’s reports in plain words; every claim of an answer is pinned to a numbered paragraph, quoted word for word.';

/** Adds `GET /openapi.json` and gives the document. Call it after the routes: it describes those that are there. */
export function addOpenApiDocument(app: OpenAPIHono<HttpEnvironment>, context: RouteContext): () => unknown {
  app.openAPIRegistry.registerComponent('securitySchemes', 'key', { type: 'http', scheme: 'bearer' });
  let document: ReturnType<typeof app.getOpenAPI31Document> | undefined;
  const describe = () => {
    document ??= app.getOpenAPI31Document({
      openapi: '3.1.0',
      info: { title: 'Pincite', version: context.version, description },
      servers: [{ url: context.config.PUBLIC_URL ?? '/' }],
      // Without API keys reading is open, and a key is welcome but not needed.
      security: context.config.API_KEYS ? [{ key: [] }] : [{}, { key: [] }],
    });
    return document;
  };
  app.get('/openapi.json', (request) => request.json(describe()));
  return describe;
}
