import { Worker, type WorkerOptions } from 'node:worker_threads';
import { AppError } from '../errors.ts';

/** What one reading may take. */
export interface ThreadLimits {
  timeoutMs: number;
  /** In MiB; what a file unpacks to counts too. */
  memoryMb: number;
}

/** What a thread does: the name of its file for messages, its limits, and a signal to stop it. */
export interface ThreadTask {
  file: string;
  limits: ThreadLimits;
  signal?: AbortSignal | undefined;
}

const memoryCheckMs = 100;

/** Starts a thread that may fail at any moment without taking the process down. */
export function startThread(script: URL, options: WorkerOptions): Worker {
  // A thread may run out of memory after it was given up: nobody waits for it then.
  return new Worker(script, options).on('error', () => {});
}

/**
 * Waits for a thread's next message, no longer and with no more memory than allowed. Throws AppError `corpus_invalid`
 * at a limit or when the thread ends, and `interrupted` on the signal; the thread is to be terminated then.
 */
export async function awaitReply<Reply>(
  worker: Worker,
  { file, limits, signal }: ThreadTask,
): Promise<Reply> {
  const timers: NodeJS.Timeout[] = [];
  const listening = new AbortController();
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const fail = (problem: string, cause?: unknown) =>
    reject(new AppError('corpus_invalid', `${file}: ${problem}`, { cause }));
  const tooMuch = `needs more than ${limits.memoryMb} MiB of memory to read; split it or save it anew`;
  const broken = 'is damaged and cannot be read; save it anew and add it again';
  const lose = (cause: Error & { code?: string }) =>
    fail(cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch : broken, cause);
  const end = () => fail('cannot be read: its thread ended; try again');
  const stop = () => reject(new AppError('interrupted', `${file}: reading was stopped before it finished.`));
  worker.on('message', resolve).on('error', lose).on('exit', end);
  signal?.addEventListener('abort', stop, { signal: listening.signal });
  const seconds = Math.round(limits.timeoutMs / 1000);
  const late = `takes longer than ${seconds} seconds to read; split it or save it anew`;
  timers.push(setTimeout(() => fail(late), limits.timeoutMs));
  // What a file unpacks to lies outside the heap that the thread's own limit counts.
  timers.push(watchMemory(worker, limits.memoryMb, () => fail(tooMuch)));
  try {
    return await promise;
  } finally {
    for (const timer of timers) clearTimeout(timer);
    listening.abort();
    worker.off('message', resolve).off('error', lose).off('exit', end);
  }
}

function watchMemory(worker: Worker, memoryMb: number, exceeded: () => void): NodeJS.Timeout {
  return setInterval(async () => {
    const used = await worker.getHeapStatistics().catch(() => null);
    if (used && toMebibytes(used.total_heap_size + used.external_memory) > memoryMb) exceeded();
  }, memoryCheckMs);
}

/** Rounded up, for messages. */
export function toMebibytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
