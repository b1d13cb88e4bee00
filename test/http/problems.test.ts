import { expect, test } from 'vitest';
import { AppError } from '../../src/errors.ts';
import type { Problem } from '../../src/http/problem.ts';
import { problemSchema } from '../../src/http/schemas/problem-schema.ts';
import { fakePincite } from './fake-pincite.ts';
import { post } from './post.ts';
import { testApp } from './test-app.ts';

async function problemFrom(response: Response): Promise<Problem> {
  expect(response.headers.get('Content-Type')).toBe('application/problem+json');
  const problem = problemSchema.strict().parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.request_id).toBe(response.headers.get('X-Request-Id'));
  return problem as Problem;
}

test.each([
  [
    'an empty question',
    { question: '' },
    '"question" has no word or number in it; type a question in words.',
  ],
  [
    'only punctuation',
    { question: '?!… — ()' },
    '"question" has no word or number in it; type a question in words.',
  ],
  [
    'only control characters',
    { question: '\u0000\u0007\n' },
    '"question" has no word or number in it; type a question in words.',
  ],
  ['no question', {}, '"question" is missing; send text.'],
  ['a number as question', { question: 7 }, '"question" must be text, not a number.'],
  [
    'a question of 3,000 characters',
    { question: 'a'.repeat(3000) },
    '"question" has 3000 characters and may have 2000; shorten it.',
  ],
  [
    'an unknown field',
    { question: 'Why?', filter: 1 },
    '"filter" is not a known field; remove it or check its spelling.',
  ],
  ['a list as body', [], 'The body must be a JSON object, not a list.'],
  ['null as body', null, 'The body must be a JSON object, not null.'],
  [
    'years that run backwards',
    { question: 'Why?', from: 2020, to: 2010 },
    '"from" is later than "to"; swap them.',
  ],
  ['a year in words', { question: 'Why?', from: 'now' }, '"from" must be a whole number from 1000 to 9999.'],
  [
    'no reports',
    { question: 'Why?', reports: [] },
    '"reports" is empty; name a report or leave it out to search them all.',
  ],
  ['a report that is no text', { question: 'Why?', reports: [1] }, '"reports.0" must be text, not a number.'],
  [
    'an unknown role',
    { question: 'Why?', history: [{ role: 'system', content: '' }] },
    '"history.0.role" must be "user" or "assistant".',
  ],
  [
    'an unknown field in a turn',
    { question: 'Why?', history: [{ role: 'user', content: '', name: 'x' }] },
    '"history.0.name" is not a known field; remove it or check its spelling.',
  ],
  ['an unknown answerer', { question: 'Why?', answerer: 'guess' }, '"answerer" must be "quote".'],
  ['a limit of none', { question: 'Why?', limit: 0 }, '"limit" must be a whole number from 1 to 20.'],
])('%s is refused in plain words', async (_name, body, detail) => {
  const { app } = testApp();
  const problem = await problemFrom(await app.request('/v1/ask', post(body)));
  expect(problem).toMatchObject({ status: 400, code: 'invalid_request', detail });
  expect(problem.errors?.[0]?.message).toBe(detail);
});

test('every wrong field is named at once', async () => {
  const { app } = testApp();
  const problem = await problemFrom(
    await app.request('/v1/search', post({ query: 1, match: 'x', limit: 'y' })),
  );
  expect(problem.errors?.map((error) => error.path)).toEqual(['query', 'match', 'limit']);
});

test.each([
  ['malformed JSON', post('{"question": '), 'The body is not valid JSON. Check its quotes and commas.'],
  ['no body at all', { method: 'POST' }, '"question" is missing; send text.'],
  [
    'a missing content type',
    { method: 'POST', body: new TextEncoder().encode('{"question":"Why?"}') },
    'Send the body as JSON with "Content-Type: application/json".',
  ],
  [
    'a form',
    { method: 'POST', body: new URLSearchParams({ question: 'Why?' }) },
    'Send the body as JSON with "Content-Type: application/json".',
  ],
])('%s is a 400 that says what to send', async (_name, init, detail) => {
  const { app } = testApp();
  expect(await problemFrom(await app.request('/v1/ask', init))).toMatchObject({ status: 400, detail });
});

test('an edition that is none is refused', async () => {
  const { app } = testApp();
  const problem = await problemFrom(
    await app.request('/v1/reports/harbour-2014/paragraphs/1?edition=latest'),
  );
  expect(problem).toMatchObject({
    status: 400,
    detail: '"edition" must be the 12 hexadecimal digits of an edition.',
  });
});

test.each([
  ['/v1/reports/nowhere', 404, 'not_found'],
  ['/v1/reports/harbour-2014/paragraphs/99', 404, 'not_found'],
  ['/v1/answers/none', 404, 'not_found'],
  ['/v1/nothing', 404, 'not_found'],
])('%s is a %d problem', async (path, status, code) => {
  const { app } = testApp();
  expect(await problemFrom(await app.request(path))).toMatchObject({ status, code });
});

test('an unknown address outside the interface is a page for people', async () => {
  const { app } = testApp();
  const response = await app.request('/<script>');
  expect(response.status).toBe(404);
  expect(response.headers.get('Content-Type')).toMatch(/^text\/html/);
  expect(await response.text()).not.toContain('<script>');
});

test('another method is refused with the methods that are allowed', async () => {
  const { app } = testApp();
  const response = await app.request('/v1/ask');
  expect(response.headers.get('Allow')).toBe('POST');
  expect(await problemFrom(response)).toMatchObject({
    status: 405,
    code: 'method_not_allowed',
    detail: 'Use POST here.',
  });
  expect((await app.request('/healthz', { method: 'DELETE' })).headers.get('Allow')).toBe('GET, HEAD');
});

test('an unexpected failure tells the client a request id and the log its cause', async () => {
  const ask = () => Promise.reject(new TypeError('secret innards'));
  const { app, lines } = testApp({}, { pincite: fakePincite({ ask }) });
  const response = await app.request('/v1/ask', post({ question: 'Why?' }));
  const problem = await problemFrom(response);
  expect(problem).toMatchObject({ status: 500, code: 'internal' });
  expect(JSON.stringify(problem)).not.toContain('innards');
  const logged = lines.find((line) => line.level === 'error');
  expect(logged).toMatchObject({ request_id: problem.request_id, code: 'internal' });
  expect(logged?.cause).toContain('secret innards');
});

test.each([
  ['index_missing', 503],
  ['index_mismatch', 503],
  ['timed_out', 504],
  ['invalid_request', 400],
  ['disk_full', 503],
  ['internal', 500],
] as const)('a failure %s of the service is a %d', async (code, status) => {
  const ask = () => Promise.reject(new AppError(code, 'in /some/folder'));
  const { app } = testApp({}, { pincite: fakePincite({ ask }) });
  const problem = await problemFrom(await app.request('/v1/ask', post({ question: 'Why?' })));
  expect(problem).toMatchObject({ status, code });
  if (status >= 500 && status !== 504) expect(problem.detail).not.toContain('/some/folder');
});
