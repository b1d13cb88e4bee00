import { expect, test, vi } from 'vitest';
import type { CliServices, OpenService } from '../../src/cli/cli-services.ts';
import { AppError, type ErrorCode } from '../../src/errors.ts';
import type { AskRequest, SearchRequest } from '../../src/service/pincite.ts';
import { answer, fakePincite, record } from '../http/fake-pincite.ts';
import { madeUpReading } from '../made-up-reading.ts';
import { run } from './fake-services.ts';

function openWith(replaced: Parameters<typeof fakePincite>[0]): { open: () => Promise<OpenService> } {
  return { open: async () => ({ pincite: fakePincite(replaced), close: async () => undefined }) };
}

test('an answer is printed with its text, its citations and links that can be opened', async () => {
  const { code, output, messages } = await run(['ask', 'How many cranes?']);
  expect(code).toBe(0);
  expect(output).toContain('The harbour has six cranes. [1]');
  expect(output).toMatch(
    /\[1\] Harbour 2014, para 1\n {4}February 2014 · Findings · Finding\n {4}“The harbour has six cranes\.”/,
  );
  expect(output).toContain('http://reports.test/reports/harbour-2014?q=0-27#para-1');
  expect(output).toContain('Kept as a-kept-answer.');
  expect(messages).toBe('');
});

test('--json prints exactly one document, the very answer', async () => {
  const { output } = await run(['ask', 'How many cranes are there?', '--json']);
  expect(JSON.parse(output)).toEqual(answer);
  expect(JSON.parse((await run(['answer', answer.id, '--json', '--explain'])).output)).toEqual(record);
});

test('filters and limits reach the service', async () => {
  const asked: AskRequest[] = [];
  const searched: SearchRequest[] = [];
  const services = openWith({
    ask: async (request) => {
      asked.push(request);
      return record;
    },
    search: async (request) => {
      searched.push(request);
      return { hits: [], total: 0 };
    },
  });
  const filters = [
    '--report',
    'a',
    '--report',
    'b',
    '--authority',
    'Harbour',
    '--from',
    '2012',
    '--to',
    '2014',
  ];
  await run(['ask', 'Who?', '--limit', '2', ...filters], services);
  await run(['search', 'six cranes', '--exact', '--kind', 'finding', ...filters], services);
  const expected = { reports: ['a', 'b'], authority: 'Harbour', from: 2012, to: 2014 };
  expect(asked).toEqual([{ question: 'Who?', limit: 2, filters: expected }]);
  expect(searched).toEqual([
    { query: 'six cranes', match: 'exact', filters: { ...expected, kind: 'finding' } },
  ]);
});

test('a question that the reports do not answer exits with 3 and says why', async () => {
  const text = 'The reports do not say.';
  const refused = {
    ...answer,
    ...{
      status: 'not_found' as const,
      reason: { code: 'silent' as const, text },
      answer: text,
      citations: [],
    },
  };
  const services = openWith({ ask: async () => ({ ...record, answer: refused }) });
  const { code, output } = await run(['ask', 'Who?'], services);
  expect(code).toBe(3);
  expect(output).toContain('The reports do not say.');
  expect(output).toContain('Reason: silent.');
  expect(output).toMatch(/Searched.*2 paragraphs of 1 report \(harbour-2014\)/s);
});

test('a search without hits exits with 3', async () => {
  const { code, output } = await run(
    ['search', 'x'],
    openWith({ search: async () => ({ hits: [], total: 0 }) }),
  );
  expect([code, output]).toEqual([3, 'No paragraph fits.\n']);
});

test.each<[ErrorCode, number]>([
  ['invalid_settings', 2],
  ['invalid_request', 2],
  ['index_missing', 4],
  ['index_damaged', 4],
  ['index_mismatch', 4],
  ['index_busy', 5],
  ['interrupted', 130],
  ['port_in_use', 1],
  ['disk_full', 1],
  ['internal', 1],
])('a failure %s exits with %i and is told on one line without a stack', async (code, exit) => {
  const failing = { open: () => Promise.reject(new AppError(code, 'It is so.')) };
  expect(await run(['ask', 'Who?'], failing)).toEqual({
    code: exit,
    output: '',
    messages: 'pincite: It is so.\n',
  });
});

test('the cause of a failure is shown only where it is asked for', async () => {
  const cause = new Error('the socket hung up');
  const open = () => Promise.reject(new AppError('embedding_failed', 'It failed.', { cause }));
  expect((await run(['ask', 'Who?'], { open })).messages).not.toContain('socket');
  const shown = await run(['ask', 'Who?'], { open, showsCauses: () => true });
  expect(shown.messages).toContain('caused by: Error: the socket hung up');
});

test.each([
  [['ask'], "missing required argument 'question'"],
  [['asc', 'Who?'], "unknown command 'asc'"],
  [['ask', 'Who?', '--form', 'x'], "unknown option '--form'"],
  [['ask', 'Who?', '--from', 'never'], 'It has to be a whole number from 1 to 9999.'],
  [['search', 'x', '--kind', 'opinion'], 'Allowed choices are finding'],
  [['eval'], "required option '--questions <file>'"],
  [['eval', '--questions', 'x', '--save-baseline'], '--save-baseline needs --baseline FILE'],
])('wrong usage %j exits with 2 and says what is wrong', async (parameters, problem) => {
  const { code, output, messages } = await run(parameters);
  expect([code, output]).toEqual([2, '']);
  expect(messages).toContain(problem);
  expect(messages).toMatch(/^pincite: /);
});

test('help and version go to the output and exit with 0', async () => {
  for (const parameters of [['--help'], ['help', 'ask'], ['ask', '--help'], ['serve', '--help']]) {
    const { code, output, messages } = await run(parameters);
    expect([code, messages]).toEqual([0, '']);
    expect(output).toContain('Examples:');
  }
  expect(await run(['--version'])).toEqual({ code: 0, output: '9.8.7\n', messages: '' });
});

test('no command at all shows help as a message and exits with 2', async () => {
  const { code, output, messages } = await run([]);
  expect([code, output]).toEqual([2, '']);
  expect(messages).toContain('Usage: pincite');
});

test('indexing tells how far it is on the messages and what came of it on the output', async () => {
  const index = async ({
    onProgress,
    onNotice,
  }: {
    onProgress(work: object): void;
    onNotice(text: string): void;
  }) => {
    onProgress({ stage: 'embedding', done: 0, total: 4 });
    onNotice('notes.pdf was left out.');
    return {
      ...{ generation: 'g2', changed: true, embedded: 3, reused: 1, milliseconds: 61_000 },
      counts: { reports: 1, paragraphs: 2, sentences: 2 },
    };
  };
  const { code, output, messages } = await run(['index'], { index: index as never });
  expect(code).toBe(0);
  expect(messages).toBe('Embedding, 0 of 4, 0 %\nnotes.pdf was left out.\n');
  expect(output).toBe(
    'Indexed 1 report, 2 paragraphs, 2 sentences in 1 min 1 s (3 texts embedded, 1 as before). In use: g2.\n',
  );
});

test('an index that is stopped says that nothing is lost', async () => {
  const index = () => Promise.reject(new AppError('interrupted', 'Embedding was stopped.'));
  const { code, messages } = await run(['index'], { index });
  expect(code).toBe(130);
  expect(messages).toContain('Nothing is lost');
});

test('a damaged index in use exits with 4 and names the file', async () => {
  const file = { file: 'vectors', bytes: 10, problem: 'is damaged' };
  const bad = {
    id: 'g2',
    current: true,
    good: false,
    files: [file],
    counts: null,
    model: null,
    created: null,
    readings: null,
  };
  const { code, output } = await run(['check'], { check: async () => [bad] });
  expect(code).toBe(4);
  expect(output).toContain('g2: DAMAGED, in use');
  expect(output).toContain('BAD  vectors (10 bytes): is damaged');
  expect((await run(['check'])).code).toBe(0);
});

test('check tells how each report was read, one report or a file alone, and marks a doubtful reading', async () => {
  expect((await run(['check'])).output).toMatch(/^g: A report\n {2}Confidence: 1\.00 of 1\.$/m);
  const reading = madeUpReading({
    confidence: 0.41,
    reasons: ['Numbers are missing: 3.'],
    caution: 'Check against the original.',
  });
  const asked: string[] = [];
  const services: Partial<CliServices> = {
    reading: async (target) => {
      asked.push(target);
      return { report: 'draft', file: 'draft.pdf', title: 'A draft', reading };
    },
  };
  const { code, output } = await run(['check', 'papers/draft.pdf'], services);
  expect(code).toBe(0);
  expect(output).toContain('draft: A draft\n  Check against the original.\n');
  expect(output).toContain('Confidence: 0.41 of 1. Numbers are missing: 3.');
  expect(JSON.parse((await run(['check', 'draft', '--json'], services)).output)).toMatchObject({
    ...{ report: 'draft', file: 'draft.pdf', reading: { confidence: 0.41 } },
  });
  expect(asked).toEqual(['papers/draft.pdf', 'draft']);
});

test('a kept answer is shown, explained and deleted', async () => {
  const shown = await run(['answer', answer.id, '--explain']);
  expect(shown.output).toContain('How many cranes are there?\nasked 2026-11-22T06:00:00.000Z');
  expect(shown.output).toContain('How the question was read\n  words: cranes');
  expect(await run(['answer', answer.id, '--delete'])).toMatchObject({
    code: 0,
    output: 'Deleted the answer a-kept-answer.\n',
  });
  expect(await run(['answer', 'none'])).toMatchObject({
    code: 1,
    messages: 'pincite: There is no answer "none".\n',
  });
});

test('a server is told to stop by the signal, after it said where it answers', async () => {
  const stop = new AbortController();
  const close = vi.fn(async () => undefined);
  const steps: string[] = [];
  const running = run(
    ['serve', '--index', '--json'],
    {
      assertCanServe: async () => void steps.push('port'),
      index: async () => {
        steps.push('index');
        const counts = { reports: 1, paragraphs: 2, sentences: 2 };
        return { generation: 'g1', changed: false, counts, embedded: 0, reused: 0, milliseconds: 1 };
      },
      serve: async () => {
        steps.push('serve');
        setTimeout(() => stop.abort(), 5);
        return { url: 'http://127.0.0.1:8787', close };
      },
    },
    stop.signal,
  );
  expect(await running).toMatchObject({ code: 0, output: '{"url":"http://127.0.0.1:8787"}\n' });
  expect(steps).toEqual(['port', 'index', 'serve']);
  expect(close).toHaveBeenCalledOnce();
});

test('whatever happens, the service is closed', async () => {
  const close = vi.fn(async () => undefined);
  const ask = () => Promise.reject(new AppError('timed_out', 'Too slow.'));
  await run(['ask', 'Who?'], { open: async () => ({ pincite: fakePincite({ ask }), close }) });
  expect(close).toHaveBeenCalledOnce();
});
