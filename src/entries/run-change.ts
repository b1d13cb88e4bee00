import { type ChildProcess, fork } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import type { Config } from '../config.ts';
import type { ChangeOptions } from '../corpus/change-result.ts';
import { AppError } from '../errors.ts';
import type { ChangeMessage, ChangeOrder, ChangeResults, ChangeTask } from './change-task.ts';

const script = new URL('./change-process.ts', import.meta.url);
/** From being told to stop to being stopped. */
const graceMs = 5_000;

/**
 * Runs a task in a process of its own, of lower priority, which may take memory, hang or die without harm to this one.
 * Throws AppError as the task does, `interrupted` on the signal, and `report_refused` when the process dies or takes
 * longer than `limitMs`.
 */
export async function runChange<Kind extends ChangeTask['kind']>(
  config: Config,
  task: Extract<ChangeTask, { kind: Kind }>,
  options: ChangeOptions & { limitMs?: number },
): Promise<ChangeResults[Kind]> {
  if (options.signal.aborted) throw new AppError('interrupted', 'The change was stopped before it began.');
  const compiled = getCompileCacheDir();
  const env = { ...process.env, ...(compiled ? { NODE_COMPILE_CACHE: compiled } : {}) };
  // What node-24.mjs says of threads holds for this process as well.
  const execArgv = process.execArgv.filter((flag) => flag.startsWith('--wasm-'));
  const child = fork(script, { serialization: 'advanced', execArgv, stdio: 'ignore', env });
  const timers: NodeJS.Timeout[] = [];
  const stop = () => {
    child.kill('SIGTERM');
    timers.push(setTimeout(() => child.kill('SIGKILL'), graceMs));
  };
  options.signal.addEventListener('abort', stop, { once: true });
  try {
    const last = follow(child, { config, task }, options);
    const { limitMs } = options;
    const late = limitMs === undefined ? [] : [afterLimit(limitMs, timers)];
    return (await Promise.race([last, ...late])) as ChangeResults[Kind];
  } finally {
    for (const timer of timers) clearTimeout(timer);
    options.signal.removeEventListener('abort', stop);
    child.kill('SIGKILL');
  }
}

/** Sends the order and gives what comes of it. */
function follow(
  child: ChildProcess,
  order: ChangeOrder,
  { onProgress, onNotice, signal }: ChangeOptions,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: ChangeMessage) => {
      if ('progress' in message) onProgress(message.progress);
      else if ('notice' in message) onNotice(message.notice);
      else if ('failure' in message) reject(new AppError(message.failure.code, message.failure.message));
      else resolve(message.result);
    });
    // There may be several: one that nobody hears ends the server.
    child.on('error', reject);
    child.once('exit', (code, killedBy) => {
      const how = killedBy ? `was ended by ${killedBy}` : `ended with ${code}`;
      const died = `The process that worked on it ${how}, perhaps for want of memory. Nothing was changed; try again.`;
      const stopped = 'The change was stopped; the reports and the index are as they were.';
      reject(signal.aborted ? new AppError('interrupted', stopped) : new AppError('report_refused', died));
    });
    child.send(order, (error) => error && reject(error));
  });
}

function afterLimit(limitMs: number, timers: NodeJS.Timeout[]): Promise<never> {
  return new Promise((_resolve, reject) => {
    const message = `The file took longer than ${limitMs / 1000} seconds to read; split it or save it anew.`;
    timers.push(setTimeout(() => reject(new AppError('report_refused', message)), limitMs));
  });
}
