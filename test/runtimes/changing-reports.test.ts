import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { type Config, parseConfig } from '../../src/config.ts';
import { startServer } from '../../src/entries/node.ts';
import { runIndexing } from '../../src/entries/run-indexing.ts';
import type { RunningServer } from '../../src/entries/serve-app.ts';
import { post } from '../http/post.ts';
import { type EmbeddingService, startEmbeddingService } from './embedding-service.ts';

// Every change runs in a process of its own, which on a busy machine takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });
const patient = { timeout: 60_000, interval: 100 };

const admin = { Authorization: 'Bearer admin-key-of-ours' };
const harbour = [
  'Inspection of the harbour',
  'Borchester County Council',
  'Date of publication: 2 May 2014',
  '1. The harbour has six cranes.',
  '2. Two cranes were out of use in February 2014.',
  '3. The harbour master should publish the tide tables each month.',
];
const quay = [
  'Review of the quay',
  '1. The quay is forty metres long.',
  '2. Its lamps were mended in March 2015.',
];

let folder = '';
let embedding: EmbeddingService;
let config: Config;
let server: RunningServer;
const log: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pincite-changing-'));
  await mkdir(join(folder, 'corpus'));
  await writeFile(join(folder, 'corpus', 'quay-2015.txt'), textOf(quay));
  embedding = await startEmbeddingService();
  config = parseConfig({
    ...embedding.settings,
    ...{ PORT: '0', READER: 'none', ADMIN_KEY: 'admin-key-of-ours' },
    ...{ CORPUS_DIR: join(folder, 'corpus'), INDEX_DIR: join(folder, 'index') },
  });
  const quiet = { onProgress: () => undefined, onNotice: () => undefined };
  await runIndexing(config, { ...quiet, force: false, signal: new AbortController().signal });
  server = await startServer(config, { onNotice: () => undefined, writeLog: (line) => log.push(line) });
});
afterAll(async () => {
  await server.close();
  await embedding.close();
  await rm(folder, { recursive: true, force: true });
});

function textOf(paragraphs: readonly string[]): string {
  return `${paragraphs.join('\n\n')}\n`;
}

type Body = Record<string, unknown> & { id: string; state: string; detail: string };

/** Sends a report, and follows the change to its end where one was begun. */
async function send(
  name: string,
  text: string,
  fields: Record<string, string> = {},
  query = '',
): Promise<{ status: number; body: Body }> {
  const form = new FormData();
  form.set('file', new File([text], name));
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  const init = { method: 'POST', headers: admin, body: form };
  return follow(await fetch(`${server.url}/v1/reports${query}`, init));
}

async function follow(response: Response): Promise<{ status: number; body: Body }> {
  const body = (await response.json()) as Body;
  if (response.status !== 202) return { status: response.status, body };
  expect(response.headers.get('Location')).toBe(`/v1/jobs/${body.id}`);
  const job = async () =>
    (await (await fetch(`${server.url}/v1/jobs/${body.id}`, { headers: admin })).json()) as Body;
  await expect.poll(async () => (await job()).state, patient).toMatch(/^(?:done|failed)$/);
  return { status: 202, body: await job() };
}

async function reportIds(): Promise<string[]> {
  const { reports } = (await (await fetch(`${server.url}/v1/reports`)).json()) as {
    reports: { id: string }[];
  };
  return reports.map(({ id }) => id);
}

async function ask(question: string): Promise<Answer> {
  return (await (await fetch(`${server.url}/v1/ask`, post({ question }))).json()) as Answer;
}

test('what is read off a report is shown without adding it', async () => {
  const { status, body } = await send('Harbour 2014.txt', textOf(harbour), {}, '?dry_run=true');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    report: 'Harbour-2014',
    title: 'Inspection of the harbour',
    authority: 'Borchester County Council',
    document_kind: 'inspection report',
    dates: { published: '2014-05-02' },
    reading: { numbered: 3, numbering: [{ from: '1', to: '3' }] },
    flags: [],
    needs: [],
  });
  expect(await reportIds()).toEqual(['quay-2015']);
});

test('a report is added while questions are answered, and only its own texts are embedded', async () => {
  const before = embedding.texts.length;
  let adding = true;
  const answers: Promise<number[]> = (async () => {
    const statuses: number[] = [];
    while (adding) {
      statuses.push(
        (await fetch(`${server.url}/v1/ask`, post({ question: 'How long is the quay?' }))).status,
      );
    }
    return statuses;
  })();
  const { status, body } = await send('harbour.txt', textOf(harbour), {
    name: 'harbour-2014',
    publisher: 'Quay Press',
  });
  adding = false;
  expect(status).toBe(202);
  expect(body).toMatchObject({ state: 'done', kind: 'add', report: 'harbour-2014', problem: null });
  expect(new Set(await answers)).toEqual(new Set([200]));
  const questions = new Set(['How long is the quay?']);
  const embedded = embedding.texts.slice(before).filter((text) => !questions.has(text));
  expect(embedded.filter((text) => /lamps|forty/.test(text))).toEqual([]);
  expect(embedded.some((text) => text.includes('six cranes'))).toBe(true);
  expect(embedded).toHaveLength(body.embedded as number);

  await expect.poll(reportIds, patient).toEqual(['harbour-2014', 'quay-2015']);
  const listed = JSON.parse(await readFile(join(folder, 'corpus', 'reports.json'), 'utf8'));
  expect(listed['harbour-2014']).toMatchObject({
    publisher: 'Quay Press',
    authority: 'Borchester County Council',
  });
});

test('a new edition takes the place of the old one, of which kept answers still show their paragraph', async () => {
  const old = await ask('How many cranes does the harbour have?');
  const [citation] = old.citations;
  expect(old.answer).toContain('six cranes');
  const mended = textOf(harbour.map((line) => line.replace('six cranes', 'seven cranes')));
  expect(await send('harbour-2014.txt', mended)).toMatchObject({
    status: 409,
    body: { code: 'confirmation_needed', detail: expect.stringContaining('"replace"') },
  });
  const before = embedding.texts.length;
  const { body } = await send('harbour-2014.txt', mended, { replace: 'true' });
  expect(body).toMatchObject({ state: 'done' });
  // One paragraph changed: it and its sentence are embedded again, and nothing else.
  expect(embedding.texts.slice(before).every((text) => text.includes('seven cranes'))).toBe(true);

  await expect
    .poll(
      async () => (await ask('How many cranes does the harbour have?')).citations[0]?.quotes.join(' '),
      patient,
    )
    .toContain('seven cranes');
  const kept = (await (await fetch(`${server.url}/v1/answers/${old.id}`)).json()) as Answer;
  expect(kept).toEqual(old);
  const paragraph = `${server.url}/v1/reports/harbour-2014/paragraphs/${citation?.paragraph}`;
  const then = await fetch(`${paragraph}?edition=${citation?.edition}`);
  expect(await then.json()).toMatchObject({
    text: 'The harbour has six cranes.',
    edition: citation?.edition,
  });
  expect(await (await fetch(paragraph)).json()).toMatchObject({ text: 'The harbour has seven cranes.' });
  const page = await fetch(
    `${server.url}/reports/harbour-2014?edition=${citation?.edition}&para=${citation?.paragraph}`,
  );
  expect(await page.text()).toMatch(/as it was when an answer cited it.*The harbour has six cranes\./s);
  // The file of the old edition is kept, too.
  expect(await readFile((body.kept as string[])[0] ?? '', 'utf8')).toBe(textOf(harbour));
});

test('wording such as "not for publication" and content held under another name have to be confirmed', async () => {
  const secret = textOf([
    ...quay.map((line) => line.replace('quay', 'pier')),
    'NOT FOR PUBLICATION',
    '3. Paint peels.',
  ]);
  const flagged = await send('pier.txt', secret);
  expect(flagged).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('“not for publication”') },
  });
  const copy = await send('copy.txt', textOf(quay));
  expect(copy).toMatchObject({ status: 409, body: { detail: expect.stringContaining('quay-2015') } });
  expect(await send('quay-2015.txt', textOf(quay))).toMatchObject({ status: 202, body: { state: 'done' } });
  expect(await send('quay-2015.txt', textOf(quay))).toMatchObject({ status: 200, body: { held: true } });
  expect(await reportIds()).toEqual(['harbour-2014', 'quay-2015']);
});

test.each([
  ['../up.txt', 'Words.', 'slash'],
  ['empty.txt', ' \n', 'empty'],
  ['cut.pdf', '%PDF-1.7 and no more', 'cut short'],
  ['not.docx', 'no zip', 'not.docx'],
])('%s is refused with the reason, and the service goes on', async (name, text, reason) => {
  const refused = await send(name, text);
  expect(refused).toMatchObject({
    status: 422,
    body: { code: 'report_refused', detail: expect.stringContaining(reason) },
  });
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
});

test('a file put into the folder is taken when it rests, an unreadable one is told and stops nothing', async () => {
  const corpus = join(folder, 'corpus');
  await writeFile(join(corpus, 'broken.pdf'), '%PDF-1.7 and no more');
  await writeFile(join(corpus, 'closed.txt'), 'NOT FOR PUBLICATION\n\n1. The vault is open.\n');
  await writeFile(join(corpus, 'beacon.txt'), textOf(['Survey of the beacon', '1. The beacon burns red.']));
  await expect.poll(reportIds, patient).toEqual(['beacon', 'harbour-2014', 'quay-2015']);
  await expect.poll(() => log.join('\n'), patient).toMatch(/broken\.pdf was left out.*cut short/);
  expect(log.join('\n')).toMatch(/closed\.txt was left out: “NOT FOR PUBLICATION”/);

  // What was left out stays left out when something else is added, and its entry in the list lets it in.
  const list = join(corpus, 'reports.json');
  const entries = JSON.parse(await readFile(list, 'utf8'));
  await writeFile(list, JSON.stringify({ ...entries, closed: { title: 'The vault, now public' } }));
  await rm(join(corpus, 'beacon.txt'));
  await expect.poll(reportIds, patient).toEqual(['closed', 'harbour-2014', 'quay-2015']);
});

test('a removed report is gone from the reports held, and its file is kept aside', async () => {
  const response = await fetch(`${server.url}/v1/reports/closed`, { method: 'DELETE', headers: admin });
  const { body } = await follow(response);
  expect(body).toMatchObject({ state: 'done', kind: 'remove', report: 'closed' });
  await expect.poll(reportIds, patient).toEqual(['harbour-2014', 'quay-2015']);
  expect(await readdir(join(folder, 'corpus'))).not.toContain('closed.txt');
  expect(await readFile((body.kept as string[])[0] ?? '', 'utf8')).toContain('The vault is open.');
  const again = await fetch(`${server.url}/v1/reports/closed`, { method: 'DELETE', headers: admin });
  expect(again.status).toBe(404);
});
