import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript without dependencies: this runs before anything is installed, on whatever Node is there.

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * For every process that starts threads: threads share the wrappers that V8 compiles around the functions that web assembly
 * calls, and freeing one in a thread while another compiles one can end the process (seen in Node 24.21). With a budget that
 * is never used up none is compiled; Node's own type stripping calls few.
 */
export const threadFlags = ['--wasm-wrapper-tiering-budget=1000000000'];

/** The folder of the Node 24 that comes as an npm package for this platform; it need not exist. */
export function nodePackageFolder() {
  const system = process.platform === 'win32' ? 'win' : process.platform;
  return join(root, 'node_modules', `node-${system}-${process.arch}`);
}

/** The path of a Node that is 24 or later: this one, or the installed package's; null when there is none. */
export function findNode24() {
  if (majorVersion() >= 24) return process.execPath;
  const packaged = join(nodePackageFolder(), 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(packaged) ? packaged : null;
}

/** The first number of this Node's version. */
export function majorVersion() {
  return Number(process.versions.node.split('.')[0]);
}

/** What to tell a person whose platform has neither. */
export function node24Missing() {
  return `Pincite needs Node 24. This is Node ${process.versions.node}, and no Node 24 package is there for ${process.platform} ${process.arch}: install Node 24 (https://nodejs.org), then try again.`;
}
