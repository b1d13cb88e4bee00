import { CommanderError } from 'commander';
import { AppError } from '../errors.ts';
import type { CliContext } from './cli-context.ts';
import type { CliServices } from './cli-services.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts';
import { createProgram } from './program.ts';
import type { Terminal } from './terminal.ts';

/** Runs one command line, without the program's name, and gives the exit code. Never throws. */
export async function runCli(
  parameters: readonly string[],
  parts: { services: CliServices; terminal: Terminal; signal: AbortSignal },
): Promise<ExitCode> {
  const context: CliContext = { ...parts, exitCode: exitCodes.fine };
  try {
    const program = createProgram(context);
    if (parameters.length === 0) {
      program.outputHelp({ error: true });
      return exitCodes.wrongUsage;
    }
    await program.parseAsync([...parameters], { from: 'user' });
    return context.exitCode;
  } catch (error) {
    // Commander has written its message, or the help that was asked for, by now.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongUsage;
    const { terminal, services } = parts;
    const message = parts.signal.aborted && !(error instanceof AppError) ? 'stopped.' : messageOf(error);
    terminal.messages.write(`pincite: ${message}\n`);
    if (services.showsCauses()) terminal.messages.write(`${describeCauses(error)}\n`);
    return parts.signal.aborted ? exitCodes.interrupted : exitCodeOf(error);
  }
}

function messageOf(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const reason = error instanceof Error ? error.message : String(error);
  return `something went wrong that should not have (${reason}). LOG_LEVEL=debug shows more.`;
}

function describeCauses(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? error.message;
  return error.cause === undefined ? own : `${own}\ncaused by: ${describeCauses(error.cause)}`;
}
