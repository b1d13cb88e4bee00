import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The corpus that comes with the project. */
export const corpusFolder = fileURLToPath(new URL('../../corpus', import.meta.url));

/** A process of ours, and what it has printed so far. */
export interface Child {
  process: ChildProcess;
  output(): string;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
}

function start(script: string, args: readonly string[]): Child {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [file, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  const parts: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (part: string) => parts.push(part));
  }
  const ended = once(child, 'close').then(([code, signal]) => code ?? signal);
  return { process: child, output: () => parts.join(''), ended };
}

/** Indexes a corpus in a process of its own; each batch of texts takes `delayMs`. */
export function startIndexing(options: {
  indexDir: string;
  corpusDir?: string;
  delayMs?: number;
  force?: boolean;
}): Child {
  const { indexDir, corpusDir = corpusFolder, delayMs = 0, force = false } = options;
  return start('./index-process.ts', [indexDir, corpusDir, String(delayMs), force ? 'force' : '']);
}

/** Adds a file to the corpus of some settings in a process of its own. */
export function startAdding(file: string, settings: Record<string, string>): Child {
  return start('./add-process.ts', [file, JSON.stringify(settings)]);
}

/** Answers from an index in a process of its own until `stopServing`. */
export async function startServing(indexDir: string): Promise<Child> {
  const child = start('./serve-process.ts', [indexDir]);
  await firstOutput(child);
  return child;
}

/** Waits until a process has loaded its code and says so. */
export async function firstOutput(child: Child): Promise<void> {
  await Promise.race([once(child.process.stdout ?? child.process, 'data'), child.ended]);
}

/** What the process that answered has to tell. */
export async function stopServing(
  child: Child,
): Promise<{ answers: number; failures: string[]; generations: string[]; notices: string[] }> {
  child.process.stdin?.end();
  await child.ended;
  return JSON.parse(lastLine(child));
}

/** The last line that a process printed. */
export function lastLine(child: Child): string {
  return child.output().trim().split('\n').at(-1) ?? '';
}
