import type { Command } from 'commander';
import { type CliContext, writeJson } from '../cli-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { formatCheck } from '../format-check.ts';
import { formatReading } from '../format-reading.ts';
import { layoutOf } from '../layout-of.ts';

const examples = `
Examples:
  pincite check
  pincite check anytown-2013
  pincite check ~/papers/draft.pdf
  pincite check --json | jq ".[] | select(.good | not)"`;

/** `pincite check`: verifies the index file by file and tells how reports were read. */
export function addCheckCommand(program: Command, context: CliContext): void {
  program
    .command('check')
    .description('verify every file of the index against what was written, and say how each report was read')
    .argument('[report]', 'only how this report was read; or a file, to see how it reads without adding it')
    .option('--json', 'print the findings as JSON')
    .addHelpText('after', examples)
    .action((target: string | undefined, options: { json?: boolean }) =>
      target === undefined ? checkIndex(context, options) : showReading(context, target, options),
    );
}

async function checkIndex(context: CliContext, options: { json?: boolean }): Promise<void> {
  const generations = await context.services.check();
  // The one in use decides, and where none is in use nothing can answer. An older bad one is only told.
  if (!generations.some(({ current, good }) => current && good)) context.exitCode = exitCodes.indexUnusable;
  if (options.json) writeJson(context, generations);
  else context.terminal.output.write(formatCheck(generations, await layoutOf(context)));
}

async function showReading(context: CliContext, target: string, options: { json?: boolean }): Promise<void> {
  const reading = await context.services.reading(target);
  if (options.json) writeJson(context, reading);
  else context.terminal.output.write(`${formatReading(reading, await layoutOf(context))}\n`);
}
