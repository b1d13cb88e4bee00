import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import { type CliContext, writeJson } from '../cli-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { describeChange, followChange } from '../follow-change.ts';

/** `pincite remove`: takes a report out of the corpus and the index, and keeps its file aside. */
export function addRemoveCommand(program: Command, context: CliContext): void {
  program
    .command('remove')
    .description('take a report out of CORPUS_DIR and the index; its file is kept aside')
    .argument('<report>', 'the id of the report')
    .option('-y, --yes', 'remove without asking')
    .option('--json', 'print what was done as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  pincite remove harbour-2013\n  pincite remove harbour-2013 --yes --json',
    )
    .action((report: string, options: { yes?: boolean; json?: boolean }) => remove(context, report, options));
}

async function remove(
  context: CliContext,
  report: string,
  options: { yes?: boolean; json?: boolean },
): Promise<void> {
  const { services, terminal } = context;
  if (!options.yes) {
    const question = `Remove ${report}? Answers kept so far stay as they are; its file is kept aside. [y/N] `;
    const typed = await terminal.ask(question);
    if (typed === null) {
      const message = 'nobody can be asked here. Nothing was removed; --yes removes without asking.';
      throw new AppError('confirmation_needed', message);
    }
    if (!/^\s*(?:y|yes)\s*$/i.test(typed)) {
      context.exitCode = exitCodes.notConfirmed;
      terminal.messages.write('Nothing was removed.\n');
      return;
    }
  }
  const done = await followChange(context, (change) => services.removeReport(report, change));
  if (options.json) return writeJson(context, done);
  terminal.output.write(`Removed ${done.report}. ${describeChange(done.index)}\n`);
}
