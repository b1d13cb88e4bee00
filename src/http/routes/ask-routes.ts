import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { HttpConfig, HttpEnvironment, RouteContext } from '../http-environment.ts';
import { answerSchema, askBody } from '../schemas/ask-schemas.ts';
import { problems } from '../schemas/problem-schema.ts';
import { streamAnswer, summaryOf } from '../stream-answer.ts';
import { present } from './present.ts';

const askRoute = (config: HttpConfig) =>
  createRoute({
    method: 'post',
    path: '/v1/ask',
    summary: 'Ask a question',
    description:
      'With `Accept: text/event-stream` the answer comes as events: `status`, `citation`, `part`, then `done` or `error`.',
    request: {
      body: {
        required: true,
        content: {
          'application/json': { schema: askBody({ maxQuestionCharacters: config.MAX_QUESTION_CHARACTERS }) },
        },
      },
    },
    responses: {
      200: {
        description: 'The answer, or why there is none',
        content: {
          'application/json': { schema: answerSchema },
          'text/event-stream': { schema: z.string() },
        },
      },
      ...problems(400, 413, 503, 504),
    },
  });

/** Adds `POST /v1/ask`. */
export function addAskRoutes(app: OpenAPIHono<HttpEnvironment>, context: RouteContext): void {
  app.openapi(askRoute(context.config), async (request) => {
    const { question, history, answerer, limit, ...filters } = present(request.req.valid('json'));
    const asked = present({ question, history, answerer, limit, filters: present(filters) });
    if (wantsEvents(request.req.header('Accept'))) return streamAnswer(request, asked, context);
    const { answer } = await context.pincite.ask(asked, { signal: request.get('signal') });
    request.set('answered', summaryOf(answer));
    return request.json(answer, 200);
  });
}

function wantsEvents(accept: string | undefined): boolean {
  return accept?.toLowerCase().includes('text/event-stream') ?? false;
}
