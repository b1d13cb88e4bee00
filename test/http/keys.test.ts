import { describe, expect, test } from 'vitest';
import { post } from './post.ts';
import { testApp } from './test-app.ts';

const bearer = (key: string) => ({ Authorization: `Bearer ${key}` });

describe('with API keys set', () => {
  const { app } = testApp({ API_KEYS: 'first-key, second-key', ADMIN_KEY: 'admin-key-of-ours' });

  test('the interface asks for a key and says how to send it', async () => {
    const response = await app.request('/v1/ask', post({ question: 'Why?' }));
    expect(response.status).toBe(401);
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="pincite"');
    expect(await response.json()).toMatchObject({
      code: 'unauthorized',
      detail: expect.stringContaining('Bearer'),
    });
  });

  test.each([['first-key'], ['second-key'], ['admin-key-of-ours']])('%s opens it', async (key) => {
    expect((await app.request('/v1/reports', { headers: bearer(key) })).status).toBe(200);
  });

  test.each([['first-ke'], ['first-key2'], ['first-key,'], ['']])('"%s" does not', async (key) => {
    expect((await app.request('/v1/reports', { headers: bearer(key) })).status).toBe(401);
  });

  test.each([['/healthz'], ['/readyz'], ['/metrics'], ['/openapi.json']])('%s stays open', async (path) => {
    expect((await app.request(path)).status).toBe(200);
  });

  test('an unknown address of the interface tells nothing without a key', async () => {
    expect((await app.request('/v1/nothing')).status).toBe(401);
  });

  test('an API key does not do what needs the admin key', async () => {
    const init = { method: 'DELETE', headers: bearer('first-key') };
    expect((await app.request('/v1/answers/a-kept-answer', init)).status).toBe(403);
    const record = await app.request('/v1/answers/a-kept-answer/record', { headers: bearer('first-key') });
    expect(record.status).toBe(403);
  });
});

test('without API keys reading is open, and without an admin key deleting is refused to all', async () => {
  const { app } = testApp();
  expect((await app.request('/v1/reports')).status).toBe(200);
  const init = { method: 'DELETE', headers: bearer('anything') };
  const response = await app.request('/v1/answers/a-kept-answer', init);
  expect(response.status).toBe(403);
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining('ADMIN_KEY') });
});

test('the admin routes ask for the key when none is sent', async () => {
  const { app } = testApp({ ADMIN_KEY: 'admin-key-of-ours' });
  const response = await app.request('/v1/answers/a-kept-answer/record');
  expect(response.status).toBe(401);
  expect(response.headers.get('WWW-Authenticate')).toMatch(/^Bearer/);
});
