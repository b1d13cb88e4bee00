import type { OutputStream, Terminal } from './terminal.ts';

/** Sets off parts of a text on a terminal; leaves it as it is elsewhere. */
export interface TextStyle {
  bold(text: string): string;
  faint(text: string): string;
}

/** Bold and faint for a stream that is a terminal, unless NO_COLOR is set. */
export function textStyle(stream: OutputStream, terminal: Terminal): TextStyle {
  const coloured = stream.isTerminal && terminal.colourAllowed;
  const wrapped = (code: number) => (text: string) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: wrapped(1), faint: wrapped(2) };
}
