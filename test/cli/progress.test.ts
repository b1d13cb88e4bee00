import { expect, test } from 'vitest';
import { createProgress, timeInWords } from '../../src/cli/progress.ts';
import { fakeTerminal } from './fake-terminal.ts';

test('without a terminal a stage is told when it begins and then every three seconds', () => {
  const terminal = fakeTerminal();
  const progress = createProgress(terminal);
  for (let done = 0; done <= 60; done++) {
    progress.update({ stage: 'embedding', done, total: 60 });
    terminal.wait(100);
  }
  progress.update({ stage: 'verifying', done: 0, total: 1 });
  progress.end();
  expect(terminal.written.messages.split('\n')).toEqual([
    'Embedding, 0 of 60, 0 %',
    'Embedding, 30 of 60, 10/s, 3 s left, 50 %',
    'Embedding, 60 of 60, 10/s, 0 s left, 100 %',
    'Verifying',
    '',
  ]);
  expect(terminal.written.output).toBe('');
});

test('on a terminal one line is drawn again and again, no wider than it, and taken away at the end', () => {
  const terminal = fakeTerminal({ isTerminal: true, width: 60 });
  const progress = createProgress(terminal);
  for (let done = 0; done <= 1_000; done += 10) {
    progress.update({ stage: 'embedding', done, total: 1_000 });
    terminal.wait(20);
  }
  progress.say('A file was left out.');
  progress.end();
  const drawn = terminal.written.messages.split('\r\u001b[K').filter(Boolean);
  expect(drawn.at(-2)).toContain('100 %');
  expect(drawn.at(-1)).toBe('A file was left out.\n');
  expect(drawn.length).toBeLessThan(30);
  expect(Math.max(...drawn.map((line) => line.length))).toBeLessThan(60);
  expect(terminal.written.messages.endsWith('\r\u001b[K')).toBe(true);
});

test('what was there before does not count as speed', () => {
  const terminal = fakeTerminal();
  const progress = createProgress(terminal);
  progress.update({ stage: 'embedding', done: 900, total: 1_000 });
  terminal.wait(10_000);
  progress.update({ stage: 'embedding', done: 910, total: 1_000 });
  expect(terminal.written.messages).toContain('910 of 1,000, 1/s, 1 min 30 s left, 91 %');
});

test('times are told in seconds or minutes', () => {
  expect([0.2, 59.4, 60, 125].map(timeInWords)).toEqual(['1 s', '1 min 0 s', '1 min 0 s', '2 min 5 s']);
});
