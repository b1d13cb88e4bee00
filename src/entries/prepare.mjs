import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { findNode24, majorVersion, node24Missing, nodePackageFolder, root } from './node-24.mjs';

// Runs before `npm start` and `npm test`, on Node 20 or later and without dependencies. When all is in place it says
// nothing. What it says goes to stderr: stdout belongs to the command that follows.

const modules = join(root, 'node_modules');
const lockFile = join(root, 'package-lock.json');
const stampFile = join(modules, '.pincite-lock');

function say(line) {
  process.stderr.write(`${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}

function lockHash() {
  return createHash('sha256').update(readFileSync(lockFile)).digest('hex');
}

/** True when what is installed is what the lock file asks for. */
function isInstalled() {
  if (existsSync(stampFile)) return readFileSync(stampFile, 'utf8') === lockHash();
  // npm writes this file last, also when a person ran it by hand.
  const finished = join(modules, '.package-lock.json');
  return existsSync(finished) && statSync(finished).mtimeMs >= statSync(lockFile).mtimeMs;
}

/** How to start npm: the very one that runs this script, if there is one. */
function npmCommand() {
  const caller = process.env.npm_execpath ?? '';
  const script = join(dirname(caller), 'npm-cli.js');
  if (!/^np[mx]-cli\.js$/.test(basename(caller)) || !existsSync(script)) return ['npm'];
  // The Node inside node_modules would be deleted while it runs npm.
  const outside = [process.env.npm_node_execpath, process.execPath].find(
    (path) => path && !path.startsWith(modules),
  );
  return [outside ?? 'node', script];
}

function runNpm(...parameters) {
  const [command, ...first] = npmCommand();
  const headers = nodePackageFolder();
  return spawnSync(command, [...first, ...parameters], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32' && command === 'npm',
    env: {
      // The Node package brings the headers that the native index is built with; otherwise they are fetched.
      ...(process.platform === 'linux' && { npm_config_nodedir: headers }),
      ...process.env,
      // Older npm versions run install scripts that package.json forbids; this one would fetch GPU libraries.
      ONNXRUNTIME_NODE_INSTALL: 'skip',
      ONNXRUNTIME_NODE_INSTALL_CUDA: 'skip',
    },
  });
}

function install() {
  const began = Date.now();
  say('Installing packages from package-lock.json (about 1 GB on disk, a minute or two) …');
  // Windows cannot delete the Node that runs this; `install` leaves it where it is.
  const inUse = process.platform === 'win32' && process.execPath.startsWith(modules);
  const { status, error } = runNpm(inUse ? 'install' : 'ci', '--include=dev', '--include=optional');
  if (error) fail(`npm cannot be started (${error.message}). Install npm, then try again.`);
  if (status !== 0) fail('The packages could not be installed (npm says why above). Then try again.');
  const native = buildNativeIndex();
  writeFileSync(stampFile, lockHash());
  say(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
  if (!native) {
    say(
      'The native vector index (hnswlib-node) was not built: exact search is used, slower from 100,000 texts on.',
    );
  }
}

function loadsNativeIndex() {
  try {
    createRequire(import.meta.url)('hnswlib-node');
    return true;
  } catch {
    return false;
  }
}

/** True when the native index is there, if need be after one more try at building it. */
function buildNativeIndex() {
  if (loadsNativeIndex()) return true;
  if (existsSync(join(modules, 'hnswlib-node'))) runNpm('rebuild', 'hnswlib-node');
  return loadsNativeIndex();
}

function fetchModel(node) {
  if ((process.env.EMBEDDER || 'local') !== 'local') return;
  spawnSync(node, [join(root, 'src', 'entries', 'fetch-model.ts')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    // Offices often reach the outside through a proxy only, which npm finds by itself and Node when told to.
    env: { NODE_USE_ENV_PROXY: '1', ...process.env },
  });
}

if (majorVersion() < 20) {
  fail(`Pincite needs Node 20 or later to install itself; this is Node ${process.versions.node}.`);
}
if (!isInstalled()) install();
else if (!existsSync(stampFile)) writeFileSync(stampFile, lockHash());
const node = findNode24();
if (!node) fail(node24Missing());
fetchModel(node);
