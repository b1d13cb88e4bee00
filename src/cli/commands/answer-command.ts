import type { Command } from 'commander';
import { type CliContext, notice, writeJson } from '../cli-context.ts';
import { formatAnswer } from '../format-answer.ts';
import { formatRecord } from '../format-record.ts';
import { layoutOf } from '../layout-of.ts';

interface AnswerOptions {
  explain?: boolean;
  delete?: boolean;
  json?: boolean;
}

const examples = `
Examples:
  pincite answer 3f2c9a…
  pincite answer 3f2c9a… --explain
  pincite answer 3f2c9a… --delete`;

/** `pincite answer`: shows or deletes an answer that was kept. */
export function addAnswerCommand(program: Command, context: CliContext): void {
  program
    .command('answer')
    .description('show an answer as it was given, explain it, or delete it')
    .argument('<id>', 'the id that stands under the answer')
    .option('--explain', 'show how the answer came about')
    .option('--delete', 'delete the answer and what readers said of it, for good')
    .option('--json', 'print it as JSON; with --explain its whole record')
    .addHelpText('after', examples)
    .action((id: string, options: AnswerOptions) => answer(context, id, options));
}

async function answer(context: CliContext, id: string, options: AnswerOptions): Promise<void> {
  const service = await context.services.open(notice(context));
  try {
    if (options.delete)
      return await deleteAnswer(context, () => service.pincite.deleteAnswer(id), { ...options, id });
    const record = await service.pincite.record(id);
    if (options.json) return writeJson(context, options.explain ? record : record.answer);
    const layout = await layoutOf(context);
    const { question, created } = record.answer;
    context.terminal.output.write(
      `${layout.style.bold(question)}\n${layout.style.faint(`asked ${created}`)}\n\n${formatAnswer(record.answer, layout)}`,
    );
    if (options.explain) context.terminal.output.write(`\n${formatRecord(record, layout)}`);
  } finally {
    await service.close();
  }
}

async function deleteAnswer(
  context: CliContext,
  work: () => Promise<void>,
  { id, json }: { id: string; json?: boolean },
): Promise<void> {
  await work();
  if (json) writeJson(context, { id, deleted: true });
  else context.terminal.output.write(`Deleted the answer ${id}.\n`);
}
