import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const entry = new URL('../../src/entries/cli.ts', import.meta.url).pathname;
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pincite-cli-'));
  await mkdir(join(folder, 'corpus'));
  const text =
    'Inspection of the harbour\n\n1. The harbour has six cranes.\n\n2. Two cranes were out of use in March.\n';
  await writeFile(join(folder, 'corpus', 'harbour-2014.txt'), text);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Finished {
  code: number | null;
  output: string;
  messages: string;
}

/** Runs the real command line, without a model, in a folder of its own. `onMessages` sees what was written so far. */
function pincite(
  parameters: string[],
  settings: Record<string, string> = {},
  onMessages?: (messages: string, child: ReturnType<typeof spawn>) => void,
): Promise<Finished> {
  const child = spawn(process.execPath, [entry, ...parameters], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, EMBEDDER: 'none', LOG_LEVEL: 'silent', ...settings },
  });
  const finished: Finished = { code: null, output: '', messages: '' };
  child.stdout.on('data', (data) => {
    finished.output += data;
  });
  child.stderr.on('data', (data) => {
    finished.messages += data;
    onMessages?.(finished.messages, child);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ ...finished, code })));
}

test('a file is read and told of without being added, with an index or without', async () => {
  await writeFile(
    join(folder, 'Draft paper.md'),
    '# Draft\n\n1. One crane.\n\n2. Two cranes.\n\n5. Five cranes.\n',
  );
  const read = await pincite(['check', 'Draft paper.md', '--json'], { INDEX_DIR: join(folder, 'none') });
  expect(read).toMatchObject({ code: 0, messages: '' });
  expect(JSON.parse(read.output)).toMatchObject({
    ...{ report: 'Draft paper', file: 'Draft paper.md', reading: { numbering: [{ gaps: ['3–4'] }] } },
  });
  await writeFile(join(folder, 'broken.pdf'), 'no PDF');
  expect(await pincite(['check', 'broken.pdf'])).toMatchObject({
    ...{ code: 1, messages: expect.stringContaining('broken.pdf: is no PDF file') },
  });
  expect(await pincite(['check', 'nowhere.txt'])).toMatchObject({
    ...{ code: 4, messages: expect.stringContaining('There is no index') },
  });
});

test('from a folder of reports to a kept answer, and gone again', async () => {
  const indexed = await pincite(['index', '--json']);
  expect(indexed).toMatchObject({ code: 0 });
  expect(JSON.parse(indexed.output)).toMatchObject({ changed: true, counts: { reports: 1 } });
  expect(indexed.messages).toContain('Keyword search alone');
  expect((await pincite(['index'])).output).toMatch(/^The index is up to date/);

  const asked = await pincite(['ask', 'How many cranes does the harbour have?', '--json']);
  const answer = JSON.parse(asked.output);
  expect(asked.code).toBe(0);
  expect(answer.citations[0]).toMatchObject({ report: 'harbour-2014', paragraph: '1' });

  const shown = await pincite(['answer', answer.id], { PUBLIC_URL: 'https://reports.test/' });
  expect(shown.output).toContain('https://reports.test/reports/harbour-2014?q=');
  const checked = await pincite(['check', '--json']);
  expect(JSON.parse(checked.output)[0].readings).toMatchObject([
    { report: 'harbour-2014', reading: { numbered: 2, confidence: 1 } },
  ]);
  expect((await pincite(['check', 'Harbour-2014'])).output).toContain('Numbering: arabic numbers');
  expect(await pincite(['answer', answer.id, '--delete'])).toMatchObject({ code: 0 });
  expect(await pincite(['answer', answer.id])).toMatchObject({ code: 1, output: '' });

  expect(await pincite(['check'])).toMatchObject({ code: 0 });
  expect(await pincite(['search', 'out of use', '--exact', '--json'])).toMatchObject({ code: 0 });
  expect(await pincite(['search', 'submarines', '--exact'])).toMatchObject({ code: 3 });
});

test('a report is added and removed from the command line, and brought back', async () => {
  await pincite(['index']);
  const file = join(folder, 'The Quay (final).txt');
  await writeFile(file, 'Review of the quay\n\n1. The quay is forty metres long.\n');
  const added = await pincite(['add', file, '--yes', '--name', 'quay', '--published', '2015', '--json']);
  expect(added.code, added.messages).toBe(0);
  expect(JSON.parse(added.output)).toMatchObject({
    added: [{ report: 'quay' }],
    index: { counts: { reports: 2 } },
  });

  const removed = await pincite(['remove', 'quay', '--yes', '--json']);
  const { kept, index } = JSON.parse(removed.output);
  expect(index.counts.reports).toBe(1);
  const last = await pincite(['remove', 'harbour-2014', '--yes']);
  expect(last).toMatchObject({ code: 6, messages: expect.stringContaining('the last report') });
  const back = await pincite(['add', kept, '--yes', '--json']);
  expect(JSON.parse(back.output).added).toMatchObject([{ metadata: { dates: { published: '2015' } } }]);
  expect(await pincite(['remove', 'quay', '--yes'])).toMatchObject({ code: 0 });
}, 120_000);

test('measuring gives figures, saves them and finds no change against itself', async () => {
  const questions = join(folder, 'questions.jsonl');
  const gold = [{ doc: 'harbour-2014', para: '1', group: 1 }];
  const line = {
    id: 'q1',
    type: 'fact',
    question: 'How many cranes does the harbour have?',
    gold,
    must_contain: ['six'],
  };
  await writeFile(questions, `${JSON.stringify(line)}\n`);
  await pincite(['index']);
  const baseline = join(folder, 'baseline.json');
  const parameters = ['eval', '--questions', questions, '--baseline', baseline];
  expect(await pincite([...parameters, '--save-baseline'])).toMatchObject({ code: 0 });
  expect(JSON.parse(await readFile(baseline, 'utf8')).figures.answer.correct).toBe(1);
  const again = await pincite(parameters);
  expect(again.code).toBe(0);
  expect(again.output).toMatch(/correct +100\.0% +=/);

  await writeFile(questions, `${JSON.stringify({ ...line, must_contain: ['seven'] })}\n`);
  const worse = await pincite(parameters);
  expect(worse.code).toBe(1);
  expect(worse.output).toMatch(/correct +0\.0% +−100\.0% +WORSE/);
});

test('wrong settings are all named before anything is done', async () => {
  const { code, messages } = await pincite(['ask', 'Who?'], { PORT: 'eight', EMBEDDER: 'magic' });
  expect(code).toBe(2);
  expect(messages).toContain('PORT');
  expect(messages).toContain('EMBEDDER');
  expect((await pincite(['ask', '--help'], { PORT: 'eight' })).code).toBe(0);
});

test('without an index every command that needs one says how to get it', async () => {
  for (const parameters of [['ask', 'Who?'], ['search', 'x'], ['check'], ['serve']]) {
    const { code, messages } = await pincite(parameters, { INDEX_DIR: join(folder, 'none'), PORT: '0' });
    expect(code).toBe(4);
    expect(messages).toContain('pincite index');
  }
});

test('Ctrl-C while indexing stops at once and leaves the index in use as it was', async () => {
  await pincite(['index']);
  const before = JSON.parse((await pincite(['check', '--json'])).output);
  const many = join(folder, 'many');
  await mkdir(many);
  const paragraphs = Array.from(
    { length: 400 },
    (_, place) => `${place + 1}. Crane ${place} was seen to work.`,
  );
  for (let file = 0; file < 60; file++) await writeFile(join(many, `r-${file}.txt`), paragraphs.join('\n\n'));
  const stopped = await pincite(['index'], { CORPUS_DIR: many }, (messages, child) => {
    // A second signal would end it at once.
    if (messages.includes('Splitting') && !child.killed) child.kill('SIGINT');
  });
  expect(stopped).toMatchObject({ code: 130, output: '' });
  expect(stopped.messages).toContain('Nothing is lost');
  expect(JSON.parse((await pincite(['check', '--json'])).output)).toEqual(before);
});

test('a server that is told to stop ends well', async () => {
  await pincite(['index']);
  const child = spawn(process.execPath, [entry, 'serve', '--json'], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, EMBEDDER: 'none', LOG_LEVEL: 'silent', PORT: '0' },
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const { url } = await new Promise<{ url: string }>((resolve) =>
    child.stdout.once('data', (line) => resolve(JSON.parse(String(line)))),
  );
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});
