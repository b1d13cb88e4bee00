#!/usr/bin/env node
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findNode24, node24Missing, root, threadFlags } from './node-24.mjs';

// `npx pincite …` on whatever Node is there: hands over to the command line on Node 24.

const entries = join(root, 'src', 'entries');

if (!existsSync(join(root, 'node_modules'))) {
  const { status } = spawnSync(process.execPath, [join(entries, 'prepare.mjs')], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
}

const node = findNode24();
if (!node) {
  process.stderr.write(`${node24Missing()}\n`);
  process.exit(1);
}

const child = spawn(node, [...threadFlags, join(entries, 'cli.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    // A terminal sends Ctrl-C to both already; a second one would mean "at once".
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('error', (error) => {
  process.stderr.write(`${node} cannot be started: ${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code, signal) => {
  if (!signal) process.exit(code ?? 1);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
