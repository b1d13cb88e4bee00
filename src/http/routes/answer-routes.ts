import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { HttpConfig, HttpEnvironment, RouteContext } from '../http-environment.ts';
import { requireAdminKey } from '../keys.ts';
import { answerParameters, feedbackBody, recordSchema } from '../schemas/answer-schemas.ts';
import { answerSchema } from '../schemas/ask-schemas.ts';
import { problems } from '../schemas/problem-schema.ts';
import { present } from './present.ts';

const request = { params: answerParameters };

const answerRoute = createRoute({
  method: 'get',
  path: '/v1/answers/{id}',
  summary: 'Read an answer as it was given',
  request,
  responses: {
    200: { description: 'The answer', content: { 'application/json': { schema: answerSchema } } },
    ...problems(404, 410),
  },
});

const feedbackRoute = createRoute({
  method: 'post',
  path: '/v1/answers/{id}/feedback',
  summary: 'Say whether an answer helped',
  request: {
    ...request,
    body: { required: true, content: { 'application/json': { schema: feedbackBody } } },
  },
  responses: { 204: { description: 'Kept' }, ...problems(400, 404, 410, 413) },
});

const deleteRoute = (config: HttpConfig) =>
  createRoute({
    method: 'delete',
    path: '/v1/answers/{id}',
    summary: 'Delete an answer (admin key)',
    middleware: requireAdminKey(config),
    request,
    responses: { 204: { description: 'Deleted' }, ...problems(403, 404, 410) },
  });

const recordRoute = (config: HttpConfig) =>
  createRoute({
    method: 'get',
    path: '/v1/answers/{id}/record',
    summary: 'Read everything that led to an answer (admin key)',
    middleware: requireAdminKey(config),
    request,
    responses: {
      200: { description: 'The record', content: { 'application/json': { schema: recordSchema } } },
      ...problems(403, 404, 410),
    },
  });

/** Adds the routes of kept answers. */
export function addAnswerRoutes(app: OpenAPIHono<HttpEnvironment>, { pincite, config }: RouteContext): void {
  app.openapi(answerRoute, async (context) =>
    context.json(await pincite.answer(context.req.valid('param').id), 200),
  );
  app.openapi(feedbackRoute, async (context) => {
    await pincite.addFeedback(context.req.valid('param').id, present(context.req.valid('json')));
    return context.body(null, 204);
  });
  app.openapi(deleteRoute(config), async (context) => {
    await pincite.deleteAnswer(context.req.valid('param').id);
    return context.body(null, 204);
  });
  app.openapi(recordRoute(config), async (context) =>
    context.json(await pincite.record(context.req.valid('param').id), 200),
  );
}
