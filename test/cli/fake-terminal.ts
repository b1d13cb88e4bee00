import type { Terminal } from '../../src/cli/terminal.ts';

export interface FakeTerminal extends Terminal {
  /** What was written so far. */
  written: { output: string; messages: string };
  /** Lets time pass. */
  wait(ms: number): void;
}

/** A terminal that remembers what is written to it; time stands still unless it is told to pass. */
export function fakeTerminal(
  options: { isTerminal?: boolean; width?: number; colourAllowed?: boolean; typed?: string[] } = {},
): FakeTerminal {
  const { isTerminal = false, width = 80, colourAllowed = true } = options;
  const written = { output: '', messages: '' };
  let now = 0;
  const stream = (name: keyof typeof written) => ({
    isTerminal,
    write: (text: string) => {
      written[name] += text;
    },
  });
  return {
    ...{ written, width, colourAllowed },
    output: stream('output'),
    messages: stream('messages'),
    ask: async (question) => {
      written.messages += question;
      return options.typed?.shift() ?? null;
    },
    elapsedMs: () => now,
    wait: (ms) => {
      now += ms;
    },
  };
}
