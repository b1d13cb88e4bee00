import type { CliContext } from './cli-context.ts';
import type { Layout } from './format-answer.ts';
import { textStyle } from './text-style.ts';

const widest = 100;

/** The layout that suits the terminal; lines longer than a hundred characters are hard to read. */
export async function layoutOf({ terminal, services }: CliContext): Promise<Layout> {
  return {
    width: Math.min(widest, terminal.width),
    style: textStyle(terminal.output, terminal),
    baseUrl: await services.baseUrl(),
  };
}
