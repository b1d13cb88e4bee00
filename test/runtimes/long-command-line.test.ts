import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const entry = new URL('../../src/entries/cli.ts', import.meta.url).pathname;

test.each(['ask', 'search'])('%s refuses ten thousand words before it opens anything', (command) => {
  const folder = mkdtempSync(join(tmpdir(), 'pincite-long-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const { status, stderr, stdout } = spawnSync(process.execPath, [entry, command, 'word '.repeat(10_000)], {
    env: { ...process.env, EMBEDDER: 'none', INDEX_DIR: join(folder, 'none') },
    encoding: 'utf8',
  });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toMatch(/^pincite: The command line has 500\d\d characters .*; shorten the question\n$/);
});
