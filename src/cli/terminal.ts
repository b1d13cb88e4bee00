/** One of the two streams that a command writes to. */
export interface OutputStream {
  write(text: string): void;
  readonly isTerminal: boolean;
}

/** Where a command writes: results to `output`, progress, notices and errors to `messages`. */
export interface Terminal {
  output: OutputStream;
  messages: OutputStream;
  /** Asks the user and gives the line typed; null where nobody can answer, or when the input ends. */
  ask(question: string): Promise<string | null>;
  /** Characters a line. */
  readonly width: number;
  /** False where NO_COLOR is set. */
  readonly colourAllowed: boolean;
  /** Milliseconds from any fixed moment. */
  elapsedMs(): number;
}
