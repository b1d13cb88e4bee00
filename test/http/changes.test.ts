import { describe, expect, test } from 'vitest';
import type { FileReading, NewFile } from '../../src/corpus/file-reading.ts';
import type { Job, ReportChanges } from '../../src/corpus/report-changes.ts';
import { fileReadingSchema, jobSchema } from '../../src/http/schemas/change-schemas.ts';
import { flaggedReading, sampleReading } from '../corpus/sample-reading.ts';
import { testApp } from './test-app.ts';

const ADMIN_KEY = 'admin-key-of-ours';
const headers = { Authorization: `Bearer ${ADMIN_KEY}` };
const job: Job = {
  ...{ id: 'j1', kind: 'add', report: 'pier-2016', state: 'queued', created: '2026-11-22T06:00:00.000Z' },
  ...{ finished: null, progress: null, notices: [], result: null, problem: null },
};

/** The door over changes that are only remembered. */
function changingApp(reading: FileReading = sampleReading(), settings: Record<string, string> = {}) {
  const read: NewFile[] = [];
  const added: Parameters<ReportChanges['add']>[] = [];
  const removed: string[] = [];
  const changes: ReportChanges = {
    async read(file) {
      read.push(file);
      return reading;
    },
    add(...parameters) {
      added.push(parameters);
      return job;
    },
    remove(report) {
      removed.push(report);
      return { ...job, kind: 'remove', report };
    },
    job: (id) => (id === job.id ? job : null),
  };
  return { ...testApp({ ADMIN_KEY, ...settings }, { changes }), read, added, removed };
}

function upload(
  fields: Record<string, string> = {},
  file: File | null = new File(['1. Words.'], 'pier-2016.txt'),
) {
  const body = new FormData();
  if (file) body.set('file', file);
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return { method: 'POST', headers, body };
}

test('a report is added with what is said of it, and its job can be followed', async () => {
  const { app, read, added } = changingApp();
  const fields = { name: 'pier', title: 'The pier', inspected_from: '2016-01-04', considered: '2016-03' };
  const response = await app.request('/v1/reports', upload(fields));
  expect(response.status).toBe(202);
  expect(response.headers.get('Location')).toBe('/v1/jobs/j1');
  jobSchema.strict().parse(await response.json());
  expect(new TextDecoder().decode(read[0]?.bytes)).toBe('1. Words.');
  expect(read[0]).toMatchObject({ name: 'pier.txt' });
  expect(read[0]?.given).toEqual({
    title: 'The pier',
    dates: { inspected: { from: '2016-01-04', to: '2016-01-04' }, considered: '2016-03' },
  });
  expect(added).toMatchObject([[{ name: 'pier.txt' }, { report: 'pier-2016', confirmed: [] }]]);
  const followed = await app.request('/v1/jobs/j1', { headers });
  jobSchema.strict().parse(await followed.json());
  expect((await app.request('/v1/jobs/j2', { headers })).status).toBe(404);
});

test('a dry run gives what was read, flags and all, and adds nothing', async () => {
  const { app, added } = changingApp(flaggedReading);
  const response = await app.request('/v1/reports?dry_run=true', upload());
  expect(response.status).toBe(200);
  const body = fileReadingSchema.strict().parse(await response.json());
  expect(body).toMatchObject({
    needs: ['flags'],
    flags: [{ page: 1, times: 4 }],
    document_kind: 'inspection report',
  });
  expect(added).toEqual([]);
});

test('what was flagged is added only when that is confirmed', async () => {
  const { app, added } = changingApp(flaggedReading);
  const refused = await app.request('/v1/reports', upload({ accept_flags: 'false' }));
  expect(refused.status).toBe(409);
  expect(await refused.json()).toMatchObject({
    code: 'confirmation_needed',
    detail: expect.stringMatching(/“not for publication”.*"accept_flags"/),
  });
  expect(added).toEqual([]);
  expect((await app.request('/v1/reports', upload({ accept_flags: 'true' }))).status).toBe(202);
  expect(added[0]?.[1].confirmed).toEqual(['flags']);
});

test('what is held already is told, not added again', async () => {
  const { app, added } = changingApp(sampleReading({ held: true }));
  expect((await app.request('/v1/reports', upload())).status).toBe(200);
  expect(added).toEqual([]);
});

test.each([
  ['a form without a file', upload({}, null), 'file'],
  ['an unknown field', upload({ tilte: 'x' }), 'tilte'],
  ['a date that is none', upload({ published: 'May' }), 'published'],
  [
    'dates that run backwards',
    upload({ inspected_from: '2016-02-01', inspected_to: '2016-01-01' }),
    'inspected',
  ],
] as const)('%s is told by its name', async (_, init, field) => {
  const { app, read } = changingApp();
  const response = await app.request('/v1/reports', init);
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ errors: [{ path: expect.stringContaining(field) }] });
  expect(read).toEqual([]);
});

test('a body that is no form is told what to send', async () => {
  const { app, read } = changingApp();
  const json = { ...headers, 'Content-Type': 'application/json' };
  const response = await app.request('/v1/reports', { method: 'POST', headers: json, body: '{}' });
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ detail: expect.stringContaining('multipart/form-data') });
  expect(read).toEqual([]);
});

test.each(['multipart/form-data', 'multipart/form-data; boundary=x'])(
  'a form that is none is told so: %s',
  async (type) => {
    const { app } = changingApp();
    const init = { method: 'POST', headers: { ...headers, 'Content-Type': type }, body: '--x\r\nhalf of' };
    const response = await app.request('/v1/reports', init);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      detail: expect.stringContaining('The form cannot be read'),
    });
  },
);

test('a report may be larger than a question, up to its own limit', async () => {
  const settings = { MAX_BODY_BYTES: '1000', MAX_UPLOAD_BYTES: '100000' };
  const { app } = changingApp(sampleReading(), settings);
  const fits = upload({}, new File(['a'.repeat(90_000)], 'a.txt'));
  expect((await app.request('/v1/reports', fits)).status).toBe(202);
  const above = await app.request('/v1/reports', upload({}, new File(['a'.repeat(100_001)], 'a.txt')));
  expect(above.status).toBe(413);
  const large = await app.request('/v1/reports', upload({}, new File(['a'.repeat(160_000)], 'a.txt')));
  expect(large.status).toBe(413);
  expect(await large.json()).toMatchObject({ detail: expect.stringContaining('Split the report') });
});

test('removing names a report that is held', async () => {
  const { app, removed } = changingApp();
  const response = await app.request('/v1/reports/harbour-2014', { method: 'DELETE', headers });
  expect(response.status).toBe(202);
  expect(removed).toEqual(['harbour-2014']);
  expect((await app.request('/v1/reports/quay', { method: 'DELETE', headers })).status).toBe(404);
});

describe('nobody but an administrator', () => {
  const routes = [
    ['/v1/reports', { method: 'POST' }],
    ['/v1/reports/harbour-2014', { method: 'DELETE' }],
    ['/v1/jobs/j1', {}],
  ] as const;

  test.each(routes)('reaches %s: no key is a 401, another key a 403', async (path, init) => {
    const { app } = changingApp(sampleReading(), { API_KEYS: 'first-key' });
    expect((await app.request(path, init)).status).toBe(401);
    const other = { ...init, headers: { Authorization: 'Bearer first-key' } };
    expect((await app.request(path, other)).status).toBe(403);
  });

  test.each(routes)('reaches %s while no admin key is set', async (path, init) => {
    const { app } = testApp();
    const response = await app.request(path, { ...init, headers });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ detail: expect.stringContaining('ADMIN_KEY') });
  });

  test('has a large body read: the key is asked for first', async () => {
    const { app } = changingApp(sampleReading(), { MAX_UPLOAD_BYTES: '1000' });
    const { body } = upload({}, new File(['a'.repeat(160_000)], 'a.txt'));
    expect((await app.request('/v1/reports', { method: 'POST', body })).status).toBe(401);
  });
});

test('where there is no folder of reports, changing them is told to be impossible', async () => {
  const { app } = testApp({ ADMIN_KEY });
  for (const [path, init] of [
    ['/v1/reports', upload()],
    // Known before a body is looked at.
    ['/v1/reports', { method: 'POST', headers }],
    ['/v1/reports/harbour-2014', { method: 'DELETE', headers }],
    ['/v1/jobs/j1', { headers }],
  ] as const) {
    const response = await app.request(path, init);
    expect(response.status).toBe(501);
    expect(await response.json()).toMatchObject({ code: 'not_supported' });
  }
});
