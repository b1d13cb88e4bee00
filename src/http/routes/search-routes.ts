import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { HttpConfig, HttpEnvironment, RouteContext } from '../http-environment.ts';
import { problems } from '../schemas/problem-schema.ts';
import { hitsSchema, searchBody } from '../schemas/search-schemas.ts';
import { present } from './present.ts';

const searchRoute = (config: HttpConfig) =>
  createRoute({
    method: 'post',
    path: '/v1/search',
    summary: 'Find paragraphs, by meaning or by exact words',
    request: {
      body: {
        required: true,
        content: {
          'application/json': {
            schema: searchBody({ maxQuestionCharacters: config.MAX_QUESTION_CHARACTERS }),
          },
        },
      },
    },
    responses: {
      200: { description: 'Paragraphs, best first', content: { 'application/json': { schema: hitsSchema } } },
      ...problems(400, 413, 503, 504),
    },
  });

/** Adds `POST /v1/search`. */
export function addSearchRoutes(app: OpenAPIHono<HttpEnvironment>, { pincite, config }: RouteContext): void {
  app.openapi(searchRoute(config), async (request) => {
    const { query, match, limit, ...filters } = present(request.req.valid('json'));
    const asked = present({ query, match, limit, filters: present(filters) });
    return request.json(await pincite.search(asked, { signal: request.get('signal') }), 200);
  });
}
