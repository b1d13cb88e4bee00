import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { recordSchema } from '../../src/http/schemas/answer-schemas.ts';
import { answerSchema } from '../../src/http/schemas/ask-schemas.ts';
import { healthSchema, readinessSchema } from '../../src/http/schemas/health-schemas.ts';
import { problemSchema } from '../../src/http/schemas/problem-schema.ts';
import { paragraphSchema, reportSchema, reportsSchema } from '../../src/http/schemas/report-schemas.ts';
import { hitsSchema } from '../../src/http/schemas/search-schemas.ts';
import { answer, fakePincite } from './fake-pincite.ts';
import { post } from './post.ts';
import { testApp } from './test-app.ts';

const admin = { Authorization: 'Bearer admin-key-of-ours' };

async function shapeOf(response: Response, schema: z.ZodObject) {
  return schema.strict().parse(await response.json());
}

describe('every route answers in the shape that the contract gives', () => {
  const { app } = testApp({ ADMIN_KEY: 'admin-key-of-ours' });
  test.each([
    ['POST /v1/ask', post({ question: 'How many cranes?' }), answerSchema],
    ['POST /v1/search', post({ query: 'cranes', match: 'exact' }), hitsSchema],
    ['GET /v1/reports', {}, reportsSchema],
    ['GET /v1/reports/harbour-2014', {}, reportSchema],
    ['GET /v1/reports/harbour-2014/paragraphs/1', {}, paragraphSchema],
    ['GET /v1/reports/harbour-2014/paragraphs/1?edition=0123456789ab', {}, paragraphSchema],
    ['GET /v1/answers/a-kept-answer', {}, answerSchema],
    ['GET /v1/answers/a-kept-answer/record', { headers: admin }, recordSchema],
    ['GET /healthz', {}, healthSchema],
    ['GET /readyz', {}, readinessSchema],
  ] as const)('%s', async (route, init, schema) => {
    const response = await app.request(route.replace(/^\w+ /, ''), init);
    expect(response.status).toBe(200);
    expect(response.headers.get('Content-Type')).toMatch(/^application\/json/);
    await shapeOf(response, schema as z.ZodObject);
  });
});

test('a paragraph leaves out the page and the column heads that it has not', async () => {
  const { app } = testApp();
  const body = await (await app.request('/v1/reports/harbour-2014/paragraphs/1')).json();
  expect(body).toMatchObject({ id: '1', text: 'The harbour has six cranes.', previous: null, next: '2' });
  expect(body).not.toHaveProperty('page');
  expect(body).not.toHaveProperty('columns');
});

test('a paragraph says how sure its kind is, alone, in its report and as a hit', async () => {
  const { app } = testApp();
  const sure = { kind: 'finding', kind_confidence: 0.9 };
  const read = async (path: string, init = {}) => (await app.request(path, init)).json();
  expect(await read('/v1/reports/harbour-2014/paragraphs/1')).toMatchObject(sure);
  expect((await read('/v1/reports/harbour-2014')).paragraphs[0]).toMatchObject(sure);
  expect((await read('/v1/search', post({ query: 'cranes' }))).hits[0]).toMatchObject(sure);
});

test('a question reaches the service with its filters and history', async () => {
  const asked: unknown[] = [];
  const pincite = fakePincite();
  const { app } = testApp(
    {},
    {
      pincite: {
        ...pincite,
        ask(request, options) {
          asked.push(request);
          return pincite.ask(request, options);
        },
      },
    },
  );
  const history = [{ role: 'user', content: 'And before?' }];
  await app.request(
    '/v1/ask',
    post({ question: 'Cranes?', history, reports: ['harbour-2014'], from: 2010, to: 2014, limit: 2 }),
  );
  expect(asked).toEqual([
    { question: 'Cranes?', history, limit: 2, filters: { reports: ['harbour-2014'], from: 2010, to: 2014 } },
  ]);
});

test('an answer can be commented on, and once deleted it is gone', async () => {
  const { app } = testApp({ ADMIN_KEY: 'admin-key-of-ours' });
  const path = `/v1/answers/${answer.id}`;
  expect(
    (await app.request(`${path}/feedback`, post({ verdict: 'helpful', comment: 'Thank you' }))).status,
  ).toBe(204);
  expect((await app.request(`${path}/feedback`, post({ verdict: 'great' }))).status).toBe(400);
  expect((await app.request(path, { method: 'DELETE', headers: admin })).status).toBe(204);
  const gone = await app.request(path);
  expect(gone.status).toBe(410);
  expect(await shapeOf(gone, problemSchema)).toMatchObject({ code: 'gone', status: 410 });
});

test('the OpenAPI document describes every route, and names no route that is not there', async () => {
  const { app } = testApp();
  const document = (await (await app.request('/openapi.json')).json()) as { openapi: string; paths: object };
  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths).sort()).toEqual([
    '/healthz',
    '/readyz',
    '/v1/answers/{id}',
    '/v1/answers/{id}/feedback',
    '/v1/answers/{id}/record',
    '/v1/ask',
    '/v1/jobs/{id}',
    '/v1/reports',
    '/v1/reports/{report}',
    '/v1/reports/{report}/paragraphs/{id}',
    '/v1/search',
  ]);
});

test('a service that is not ready says so with 503 and still counts as alive', async () => {
  const readiness = {
    ready: false,
    generation: null,
    reports: 0,
    paragraphs: 0,
    search: 'none',
    notices: ['No index'],
  };
  const { app } = testApp({}, { pincite: fakePincite({ readiness: async () => readiness }) });
  expect((await app.request('/readyz')).status).toBe(503);
  expect((await app.request('/healthz')).status).toBe(200);
});

test('a copy of a report is asked about again, and sent again only when it changed', async () => {
  const { app } = testApp();
  const first = await app.request('/v1/reports/harbour-2014/paragraphs/1');
  expect(first.headers.get('Cache-Control')).toBe('private, no-cache');
  const tag = first.headers.get('ETag') ?? '';
  const again = await app.request('/v1/reports/harbour-2014/paragraphs/1', {
    headers: { 'If-None-Match': tag },
  });
  expect(again.status).toBe(304);
  const other = await app.request('/v1/reports/harbour-2014/paragraphs/2', {
    headers: { 'If-None-Match': tag },
  });
  expect(other.status).toBe(200);
  expect((await app.request(`/v1/answers/${answer.id}`)).headers.get('Cache-Control')).toBe('no-store');
});
