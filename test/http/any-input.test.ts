import fc from 'fast-check';
import { expect, test } from 'vitest';
import { post } from './post.ts';
import { testApp } from './test-app.ts';

const { app } = testApp();
const paths = fc.constantFrom('/v1/ask', '/v1/search', '/v1/answers/a-kept-answer/feedback');
const accepts = fc.constantFrom('application/json', '*/*');

test('no JSON whatever makes the service fail', async () => {
  const field = fc.constantFrom(
    'question',
    'query',
    'history',
    'reports',
    'authority',
    'from',
    'to',
    'limit',
    'kind',
    'form',
    'match',
    'answerer',
    'verdict',
    'comment',
    '__proto__',
  );
  const fields = fc.dictionary(fc.oneof(field, fc.string()), fc.jsonValue(), { maxKeys: 8 });
  await fc.assert(
    fc.asyncProperty(paths, accepts, fc.oneof(fc.jsonValue(), fields), async (path, accept, body) => {
      const response = await app.request(path, post(JSON.stringify(body), { Accept: accept }));
      expect(response.status).toBeLessThan(500);
      if (response.status >= 400) {
        expect(response.headers.get('Content-Type')).toBe('application/problem+json');
        expect(((await response.json()) as { detail: string }).detail).not.toBe('');
      }
    }),
    { numRuns: 300 },
  );
});

test('no bytes whatever make the service fail', async () => {
  const type = fc.constantFrom(
    'application/json',
    'application/json; charset=x',
    'text/plain',
    'multipart/form-data',
    '',
    undefined,
  );
  await fc.assert(
    fc.asyncProperty(paths, type, fc.uint8Array({ maxLength: 300 }), async (path, contentType, bytes) => {
      const headers: HeadersInit = contentType === undefined ? {} : { 'Content-Type': contentType };
      const response = await app.request(path, { method: 'POST', headers, body: bytes });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
    }),
    { numRuns: 300 },
  );
});

test('no path or query whatever makes the service fail', async () => {
  await fc.assert(
    fc.asyncProperty(fc.webPath(), fc.string(), async (path, query) => {
      const url = `http://localhost/v1/reports${path}?edition=${encodeURIComponent(query.toWellFormed())}`;
      expect((await app.request(url)).status).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
});
