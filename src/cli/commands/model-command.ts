import type { Command } from 'commander';
import { type CliContext, notice, writeJson } from '../cli-context.ts';

/** `pincite model`: makes sure that the embedding model is there. */
export function addModelCommand(program: Command, context: CliContext): void {
  program
    .command('model')
    .description('fetch the embedding model if need be, verify it, and say where it is')
    .option('--json', 'print where it is as JSON')
    .addHelpText('after', '\nExamples:\n  pincite model\n  MODEL_DIR=/srv/models pincite model')
    .action(async (options: { json?: boolean }) => {
      const model = await context.services.locateModel({ onNotice: notice(context), signal: context.signal });
      if (options.json) return writeJson(context, model);
      const megabytes = (model.bytes / 1e6).toFixed(1);
      const lines = [`${model.name}, ${megabytes} MB, verified (${model.source}):`, ...model.files];
      context.terminal.output.write(`${lines.join('\n  ')}\n`);
    });
}
