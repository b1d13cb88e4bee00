import type { Command } from 'commander';
import { type CliContext, notice } from '../cli-context.ts';
import { describeIndexing, indexWithProgress } from './index-command.ts';

const examples = `
Examples:
  pincite serve
  PORT=8080 HOST=0.0.0.0 pincite serve --index`;

/** `pincite serve`: answers over HTTP until it is told to stop. */
export function addServeCommand(program: Command, context: CliContext): void {
  program
    .command('serve')
    .description('answer on HOST and PORT: web page, interface for programs')
    .option('--index', 'bring the index up to date first')
    .option('--json', 'print the address as JSON once it answers')
    .addHelpText('after', examples)
    .action((options: { index?: boolean; json?: boolean }) => serve(context, options));
}

async function serve(context: CliContext, options: { index?: boolean; json?: boolean }): Promise<void> {
  const say = notice(context);
  if (options.index) {
    // A taken port is told now, not after minutes of indexing.
    await context.services.assertCanServe();
    // One bad file put into the folder must not keep the service from starting.
    say(describeIndexing(await indexWithProgress(context, { force: false, leaveOut: true })));
  }
  const running = await context.services.serve(say);
  const address = options.json
    ? JSON.stringify({ url: running.url })
    : `Pincite answers at ${running.url} (Ctrl-C stops it)`;
  context.terminal.output.write(`${address}\n`);
  await aborted(context.signal);
  say('Stopping: requests under way are finished first.');
  await running.close();
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
