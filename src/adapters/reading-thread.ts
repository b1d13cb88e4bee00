import type { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { awaitReply, startThread, type ThreadLimits } from './limited-thread.ts';
import type { ReadingReply, ReadingWork, TakenApart } from './reading-worker.ts';

/** For reading one file and taking it apart: far more than any report needs, far less than hurts. */
export const readingLimits: ThreadLimits = { timeoutMs: 180_000, memoryMb: 1_024 };

/** Bytes after which a fresh thread begins without what the files before left in memory. */
const mostBytesPerThread = 4_000_000;

/**
 * Reads files and takes them apart off the event loop, one after the other, each with limits on time and memory. The
 * thread starts with the first file; one that fails at a limit costs its thread and nothing else.
 */
export class ReadingThread {
  private readonly limits: ThreadLimits;
  private worker: Worker | null = null;
  private bytesRead = 0;

  constructor(limits: ThreadLimits = readingLimits) {
    this.limits = limits;
  }

  /**
   * Throws AppError `corpus_invalid` for a file that cannot be read or goes over a limit, and `interrupted` on the
   * signal. One file at a time.
   */
  async read(work: ReadingWork, options: { signal?: AbortSignal | undefined } = {}): Promise<TakenApart> {
    const { file } = work;
    if (options.signal?.aborted)
      throw new AppError('interrupted', `${file}: reading was stopped before it began.`);
    if (this.bytesRead > mostBytesPerThread) await this.close();
    this.bytesRead += work.bytes.length;
    this.worker ??= this.start();
    const reply = await this.ask(this.worker, work, options.signal);
    if ('failure' in reply) throw new AppError('corpus_invalid', reply.failure);
    return reply;
  }

  async close(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    this.bytesRead = 0;
    await worker?.terminate();
  }

  private start(): Worker {
    const script = new URL('./reading-worker.ts', import.meta.url);
    const worker = startThread(script, { resourceLimits: { maxOldGenerationSizeMb: this.limits.memoryMb } });
    return worker.once('exit', () => {
      if (this.worker === worker) this.worker = null;
    });
  }

  private async ask(
    worker: Worker,
    work: ReadingWork,
    signal: AbortSignal | undefined,
  ): Promise<ReadingReply> {
    try {
      const reply = awaitReply<ReadingReply>(worker, { file: work.file, limits: this.limits, signal });
      worker.postMessage(work);
      return await reply;
    } catch (error) {
      await this.close();
      throw error;
    }
  }
}

/** Reads one file and takes it apart, in a thread of its own. Throws as `ReadingThread.read` does. */
export async function readApart(
  work: ReadingWork,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<TakenApart> {
  const thread = new ReadingThread();
  try {
    return await thread.read(work, options);
  } finally {
    await thread.close();
  }
}
