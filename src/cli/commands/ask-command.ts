import type { Command } from 'commander';
import { type CliContext, notice, writeJson } from '../cli-context.ts';
import { exitCodes } from '../exit-codes.ts';
import { addFilterOptions, type FilterOptions, filtersOf } from '../filter-options.ts';
import { formatAnswer } from '../format-answer.ts';
import { formatRecord } from '../format-record.ts';
import { layoutOf } from '../layout-of.ts';
import { wholeNumber } from '../number-option.ts';

type AskOptions = FilterOptions & { explain?: boolean; limit?: number; json?: boolean };

const examples = `
Examples:
  pincite ask "How many children's centres are there?"
  pincite ask "What was said about caseloads?" --from 2015 --explain
  pincite ask "Was the action plan completed?" --json | jq .status`;

/** `pincite ask`: answers a question. */
export function addAskCommand(program: Command, context: CliContext): void {
  const command = program
    .command('ask')
    .description('answer a question from the reports, each claim quoted and cited')
    .argument('<question>', 'the question, in quotation marks')
    .option('--explain', 'show how the answer came about')
    .option('--limit <number>', 'quote at most this many sentences', wholeNumber(1, 20))
    .option('--json', 'print the answer as JSON; with --explain its whole record');
  addFilterOptions(command)
    .addHelpText('after', examples)
    .action((question: string, options: AskOptions) => ask(context, question, options));
}

async function ask(context: CliContext, question: string, options: AskOptions): Promise<void> {
  const service = await context.services.open(notice(context));
  try {
    const filters = filtersOf(options);
    const limit = options.limit === undefined ? {} : { limit: options.limit };
    const record = await service.pincite.ask({ question, filters, ...limit }, { signal: context.signal });
    const { answer } = record;
    if (answer.status !== 'answered') context.exitCode = exitCodes.notAnswered;
    if (options.json) return writeJson(context, options.explain ? record : answer);
    const layout = await layoutOf(context);
    context.terminal.output.write(formatAnswer(answer, layout));
    if (options.explain) context.terminal.output.write(`\n${formatRecord(record, layout)}`);
  } finally {
    await service.close();
  }
}
