import type { CliServices } from './cli-services.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './terminal.ts';

/** What every command works with. */
export interface CliContext {
  services: CliServices;
  terminal: Terminal;
  /** Aborted when the user asks to stop. */
  signal: AbortSignal;
  /** What the process will exit with; a command that ends well without an answer sets it. */
  exitCode: ExitCode;
}

/** Writes one JSON document to the output. */
export function writeJson({ terminal }: CliContext, value: unknown): void {
  terminal.output.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Tells the user something that is no result. */
export function notice({ terminal }: CliContext): (text: string) => void {
  return (text) => terminal.messages.write(`${text}\n`);
}
