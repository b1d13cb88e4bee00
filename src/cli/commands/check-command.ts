import type { Command } from 'commander';
import { type CliContext, writeJson } from '../cli-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { formatCheck } from '../format-check.ts';
import { layoutOf } from '../layout-of.ts';

/** `pincite check`: verifies the index file by file. */
export function addCheckCommand(program: Command, context: CliContext): void {
  program
    .command('check')
    .description('verify every file of the index against what was written')
    .option('--json', 'print the findings as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  pincite check\n  pincite check --json | jq ".[] | select(.good | not)"',
    )
    .action(async (options: { json?: boolean }) => {
      const generations = await context.services.check();
      // The one in use decides, and where none is in use nothing can answer. An older bad one is only told.
      if (!generations.some(({ current, good }) => current && good))
        context.exitCode = exitCodes.indexUnusable;
      if (options.json) writeJson(context, generations);
      else context.terminal.output.write(formatCheck(generations, (await layoutOf(context)).style));
    });
}
