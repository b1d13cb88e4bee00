import { expect, test } from 'vitest';
import { JobQueue } from '../../src/corpus/job-queue.ts';
import type { Job } from '../../src/corpus/report-changes.ts';
import { AppError } from '../../src/errors.ts';

function newQueue() {
  const ended: Job[] = [];
  let next = 0;
  const now = () => new Date('2026-11-22T06:00:00Z');
  const queue = new JobQueue({ newId: () => `j${++next}`, now, onEnd: (job) => ended.push(job) });
  return { queue, ended };
}

test('one change goes on at a time, the next waits its turn and both can be followed', async () => {
  const { queue, ended } = newQueue();
  const first = Promise.withResolvers<null>();
  const begun: string[] = [];
  const one = queue.add({ kind: 'add', report: 'a' }, ({ onProgress, onNotice }) => {
    begun.push('a');
    onProgress({ stage: 'embedding', done: 3, total: 9 });
    onNotice('Page 3 holds no text.');
    return first.promise;
  });
  const two = queue.add({ kind: 'remove', report: 'b' }, async () => {
    begun.push('b');
    return null;
  });
  await expect.poll(() => one.state).toBe('running');
  expect(two.state).toBe('queued');
  expect(queue.waiting()).toBe(1);
  expect(queue.find(one.id)).toMatchObject({
    progress: { stage: 'embedding', done: 3, total: 9 },
    notices: ['Page 3 holds no text.'],
  });
  first.resolve(null);
  await expect.poll(() => two.state).toBe('done');
  expect(begun).toEqual(['a', 'b']);
  expect(queue.waiting()).toBe(0);
  expect(ended).toEqual([one, two]);
});

test('a change that fails says why and lets the next one pass', async () => {
  const { queue } = newQueue();
  const failed = queue.add({ kind: 'add', report: 'a' }, async () => {
    throw new AppError('report_refused', 'a.txt: is empty; fill it');
  });
  const odd = queue.add({ kind: 'add', report: 'b' }, async () => {
    throw new Error('at /secret/path.ts:3');
  });
  const fine = queue.add({ kind: 'add', report: 'c' }, async () => null);
  await expect.poll(() => fine.state).toBe('done');
  expect(failed).toMatchObject({
    state: 'failed',
    problem: { code: 'report_refused', message: 'a.txt: is empty; fill it' },
  });
  expect(odd.problem?.message).not.toContain('secret');
});

test('closing stops the change under way and drops those that wait', async () => {
  const { queue } = newQueue();
  const running = queue.add(
    { kind: 'add', report: 'a' },
    ({ signal }) =>
      new Promise((_resolve, reject) =>
        signal.addEventListener('abort', () => reject(new AppError('interrupted', 'stopped'))),
      ),
  );
  const waiting = queue.add({ kind: 'add', report: 'b' }, async () => null);
  await expect.poll(() => running.state).toBe('running');
  await queue.close();
  expect([running, waiting].map(({ problem }) => problem?.code)).toEqual(['interrupted', 'interrupted']);
});

test('the newest hundred changes are remembered', async () => {
  const { queue } = newQueue();
  const jobs = Array.from({ length: 101 }, () =>
    queue.add({ kind: 'update', report: null }, async () => null),
  );
  await expect.poll(() => jobs.at(-1)?.state).toBe('done');
  queue.add({ kind: 'update', report: null }, async () => null);
  expect(queue.find('j1')).toBeNull();
  expect(queue.find('j101')).not.toBeNull();
});
