import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Every check there is, one after the other; a failed one does not keep the others from being seen. Changes no file.

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');

function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Runs one program of a package with this very Node; true when it ends well. */
function runs(program, parameters) {
  const { status, error } = spawnSync(process.execPath, [join(modules, program), ...parameters], {
    cwd: root,
    stdio: 'inherit',
    // Nothing that is fetched or sent belongs in a test run.
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', DO_NOT_TRACK: '1' },
  });
  if (error) say(String(error));
  return status === 0;
}

const vitest = (config) => () => runs('vitest/vitest.mjs', ['run', '--config', join('test', config)]);

function chromiumPath() {
  const path = process.env.CHROMIUM_PATH || '/usr/bin/chromium';
  return existsSync(path) ? path : null;
}

const steps = [
  {
    name: 'Node 24',
    run: () => {
      if (Number(process.versions.node.split('.')[0]) === 24) return true;
      say(`This is Node ${process.version}. Start the tests with "npm test", which brings Node 24.`);
      return false;
    },
  },
  {
    name: 'format and lint',
    run: () => runs('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  },
  { name: 'types', run: () => runs('typescript/bin/tsc', ['--noEmit']) },
  { name: 'tests on Node', run: vitest('vitest.config.ts') },
  {
    name: 'tests on workerd',
    run: vitest('vitest.worker.config.ts'),
    skip: () => !existsSync(join(root, 'test', 'vitest.worker.config.ts')) && 'there are none',
  },
  {
    name: 'tests in a browser',
    run: vitest('vitest.browser.config.ts'),
    skip: () =>
      !chromiumPath() &&
      'there is no Chromium. Install it (Debian: apt-get install chromium) or name it in CHROMIUM_PATH',
  },
];

const results = steps.map(({ name, run, skip }) => {
  const reason = skip?.();
  if (reason) return { name, result: `skipped: ${reason}` };
  say(`\n— ${name}`);
  const began = performance.now();
  const passed = run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  return { name, passed, result: `${passed ? 'passed' : 'FAILED'} in ${seconds} s` };
});

say('');
for (const { name, result } of results) say(`${name.padEnd(20)} ${result}`);
const count = (wanted) => results.filter(({ passed }) => passed === wanted).length;
say(`checks: ${count(true)} passed, ${count(false)} failed`);
process.exitCode = count(false) > 0 ? 1 : 0;
