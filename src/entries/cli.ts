import { enableCompileCache } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Terminal } from '../cli/terminal.ts';

// Keeps stripped and compiled sources in the user's own cache: the second start takes a third of the first one's time.
// It works for what is imported afterwards only, hence no plain imports of ours.
enableCompileCache(join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'pincite', 'compiled'));
const [{ runCli }, { buildCliServices }] = await Promise.all([
  import('../cli/run-cli.ts'),
  import('./build-cli-services.ts'),
]);

const usualWidth = 80;

function openTerminal(): Terminal {
  const stream = (target: NodeJS.WriteStream) => ({
    write: (text: string) => void target.write(text),
    isTerminal: target.isTTY === true,
  });
  return {
    output: stream(process.stdout),
    messages: stream(process.stderr),
    ask: askOnTerminal,
    width: process.stdout.columns ?? process.stderr.columns ?? usualWidth,
    colourAllowed: !process.env.NO_COLOR && process.env.TERM !== 'dumb',
    elapsedMs: () => performance.now(),
  };
}

async function askOnTerminal(question: string): Promise<string | null> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return null;
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    const left = new Promise<null>((resolve) => lines.once('close', () => resolve(null)));
    return await Promise.race([lines.question(question).catch(() => null), left]);
  } finally {
    lines.close();
  }
}

/** Aborted by the first Ctrl-C or SIGTERM; a second one ends the process at once. */
function stopSignal(): AbortSignal {
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopped.abort());
  return stopped.signal;
}

// A reader that has seen enough ("pincite search … | head") is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await runCli(process.argv.slice(2), {
  services: buildCliServices(),
  terminal: openTerminal(),
  signal: stopSignal(),
});
