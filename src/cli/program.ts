import { Command } from 'commander';
import type { CliContext } from './cli-context.ts';
import { addAddCommand } from './commands/add-command.ts';
import { addAnswerCommand } from './commands/answer-command.ts';
import { addAskCommand } from './commands/ask-command.ts';
import { addCheckCommand } from './commands/check-command.ts';
import { addEvalCommand } from './commands/eval-command.ts';
import { addIndexCommand } from './commands/index-command.ts';
import { addModelCommand } from './commands/model-command.ts';
import { addRemoveCommand } from './commands/remove-command.ts';
import { addSearchCommand } from './commands/search-command.ts';
import { addServeCommand } from './commands/serve-command.ts';
import { exitCodeHelp } from './exit-codes.ts';

const examples = `
Examples:
  pincite index
  pincite ask "What did inspectors say about supervision?"
  pincite serve --index

Settings come from the environment: CORPUS_DIR, INDEX_DIR, PORT and others (docs/commands.md).

${exitCodeHelp}`;

/** The command line with all its commands. Parsing throws commander's errors instead of ending the process. */
export function createProgram(context: CliContext): Command {
  const { terminal, services } = context;
  const program = new Command('pincite')
    .description('Ask the reports; get the paragraph.')
    .version(services.version, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help of a command')
    .configureHelp({ helpWidth: terminal.width })
    .configureOutput({
      writeOut: (text) => terminal.output.write(text),
      writeErr: (text) => terminal.messages.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'pincite: ')),
    })
    .showHelpAfterError('Run "pincite --help" or "pincite <command> --help" for what is possible.')
    .addHelpText('after', examples)
    .exitOverride();
  addIndexCommand(program, context);
  addAskCommand(program, context);
  addSearchCommand(program, context);
  addAddCommand(program, context);
  addRemoveCommand(program, context);
  addCheckCommand(program, context);
  addAnswerCommand(program, context);
  addEvalCommand(program, context);
  addServeCommand(program, context);
  addModelCommand(program, context);
  return program;
}
