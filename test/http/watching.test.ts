import { expect, test } from 'vitest';
import { post } from './post.ts';
import { testApp } from './test-app.ts';

test('each request leaves one line that tells what became of it and nothing of what was asked', async () => {
  const { app, lines } = testApp();
  await app.request(
    '/v1/ask?note=private',
    post({ question: 'Who leaked the budget?' }, { 'X-Request-Id': 'abc-123' }),
  );
  expect(lines).toEqual([
    {
      time: '2026-11-22T06:00:00.000Z',
      level: 'info',
      message: 'request',
      request_id: 'abc-123',
      method: 'POST',
      route: '/v1/ask',
      status: 200,
      ms: expect.any(Number),
      answer: 'answered',
      reason: null,
      generation: 'g1',
    },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/leaked|private/);
});

test('a path is logged as its pattern, and an unknown one not at all', async () => {
  const { app, lines } = testApp();
  await app.request('/v1/reports/harbour-2014/paragraphs/1');
  await app.request('/who-leaked-the-budget');
  await app.request('/v1/ask');
  expect(lines.map((line) => [line.route, line.status])).toEqual([
    ['/v1/reports/:report/paragraphs/:id', 200],
    ['unmatched', 404],
    ['unmatched', 405],
  ]);
});

test.each([['a b'], ['<script>'], ['x'.repeat(200)]])(
  'the request id "%s" is replaced by our own',
  async (id) => {
    const { app } = testApp();
    const response = await app.request('/healthz', { headers: { 'X-Request-Id': id } });
    expect(response.headers.get('X-Request-Id')).toMatch(/^[0-9a-f-]{36}$/);
  },
);

test('a scraper reads requests, answers, the index and the process', async () => {
  const { app } = testApp();
  await app.request('/v1/ask', post({ question: 'How many?' }));
  await app.request('/v1/ask', post({ question: '' }));
  const response = await app.request('/metrics');
  expect(response.headers.get('Content-Type')).toMatch(/^text\/plain/);
  const text = await response.text();
  expect(text).toContain('pincite_http_requests_total{method="POST",route="/v1/ask",status="200"} 1');
  expect(text).toContain('pincite_http_requests_total{method="POST",route="/v1/ask",status="400"} 1');
  expect(text).toContain('pincite_answers_total{status="answered",reason=""} 1');
  expect(text).toContain('pincite_answer_stage_seconds_count{stage="searching"} 1');
  expect(text).toContain('pincite_index_generation{generation="g1"} 1');
  expect(text).toContain('pincite_index_paragraphs 2');
  expect(text).toContain('process_cpu_seconds_total');
});

test('responses carry the strictest headers and open nothing to other origins', async () => {
  const { app } = testApp({ PUBLIC_URL: 'https://reports.example' });
  const { headers } = await app.request('/v1/reports', { headers: { Origin: 'https://elsewhere.example' } });
  expect(headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
  expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  expect(headers.get('Strict-Transport-Security')).toBe('max-age=15552000');
  expect(headers.get('Access-Control-Allow-Origin')).toBeNull();
  const plain = await testApp().app.request('/v1/reports');
  expect(plain.headers.get('Strict-Transport-Security')).toBeNull();
});
