import { Worker } from 'node:worker_threads';
import { AppError, type ErrorCode } from '../errors.ts';
import type { WorkerReply, WorkerRequest } from './worker-messages.ts';

/** How a pool works and what it calls its work. */
export interface ThreadPoolOptions {
  /** Serves `WorkerRequest`s, as `serveThread` does. */
  script: URL;
  workerData: unknown;
  /** Threads at most. */
  size: number;
  /** Milliseconds without work after which the threads stop; null keeps them until the pool is closed. */
  idleMs: number | null;
  /** Enough that messages cost nothing beside the work, little enough that no thread waits long for another. */
  mostPerTask: { items: number; characters: number };
  /** The code of failures, and what completes "A thread that …" in their messages. */
  failure: { code: ErrorCode; doing: string };
}

interface Task<Item, Result> {
  items: Item[];
  done(results: Result[]): void;
  failed(error: AppError): void;
}

interface Thread<Item, Result> {
  worker: Worker;
  task: Task<Item, Result> | null;
}

/**
 * Threads that turn items into results, in order, off the event loop. They start with the first item and may stop
 * after a while without work, so that their memory is free when nobody needs them.
 */
export class ThreadPool<Item extends string | readonly string[], Result> {
  private readonly threads = new Set<Thread<Item, Result>>();
  private readonly waiting: Task<Item, Result>[] = [];
  private readonly exits = new Set<Promise<unknown>>();
  private readonly options: ThreadPoolOptions;
  private idleTimer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(options: ThreadPoolOptions) {
    this.options = options;
  }

  /** One result an item, in order. Throws AppError with the pool's code, or `interrupted` on the signal. */
  async run(
    items: readonly Item[],
    options: { signal?: AbortSignal; onProgress?: (done: number) => void } = {},
  ): Promise<Result[]> {
    const stopped = () => new AppError('interrupted', 'The work was stopped before it finished.');
    if (options.signal?.aborted || this.closed) throw stopped();
    const results: Result[] = new Array(items.length);
    let done = 0;
    let settled = false;
    const tasks: Task<Item, Result>[] = [];
    const parts = cut(items, this.options.mostPerTask).map(
      (part) =>
        new Promise<void>((resolve, reject) => {
          const finish = (found: Result[]) => {
            if (settled) return;
            for (const [place, result] of found.entries()) results[part.start + place] = result;
            done += found.length;
            options.onProgress?.(done);
            resolve();
          };
          tasks.push({ items: part.items, done: finish, failed: reject });
        }),
    );
    const stop = () => this.drop(tasks, stopped());
    options.signal?.addEventListener('abort', stop, { once: true });
    this.waiting.push(...tasks);
    this.dispatch();
    try {
      await Promise.all(parts);
    } catch (error) {
      this.drop(tasks, stopped());
      throw error;
    } finally {
      settled = true;
      options.signal?.removeEventListener('abort', stop);
    }
    return results;
  }

  /** Stops what is under way and waits until every thread has ended. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.idleTimer);
    const stopped = new AppError('interrupted', 'The work was stopped: its threads were closed.');
    this.drop([...this.waiting, ...[...this.threads].flatMap(({ task }) => task ?? [])], stopped);
    this.stopThreads();
    await Promise.all(this.exits);
  }

  private drop(tasks: Task<Item, Result>[], reason: AppError): void {
    const dropped = new Set(tasks);
    const kept = this.waiting.filter((task) => !dropped.has(task));
    this.waiting.splice(0, this.waiting.length, ...kept);
    for (const task of tasks) task.failed(reason);
  }

  private dispatch(): void {
    clearTimeout(this.idleTimer);
    while (this.threads.size < this.options.size && this.waiting.length > this.idleThreads().length) {
      this.startThread();
    }
    for (const thread of this.idleThreads()) this.giveWork(thread);
    if ([...this.threads].some(({ task }) => task)) return;
    const { idleMs } = this.options;
    if (idleMs !== null) this.idleTimer = setTimeout(() => this.stopThreads(), idleMs).unref();
  }

  private idleThreads(): Thread<Item, Result>[] {
    return [...this.threads].filter(({ task }) => !task);
  }

  private giveWork(thread: Thread<Item, Result>): void {
    const task = this.waiting.shift();
    if (!task) return;
    thread.task = task;
    thread.worker.ref();
    this.send(thread, { kind: 'work', items: task.items });
  }

  private startThread(): void {
    const worker = new Worker(this.options.script, { workerData: this.options.workerData });
    const thread: Thread<Item, Result> = { worker, task: null };
    let cause: unknown;
    this.threads.add(thread);
    worker.on('message', (reply: WorkerReply<Result>) => this.receive(thread, reply));
    worker.on('error', (error) => {
      cause = error;
    });
    const exit = new Promise<void>((resolve) => {
      worker.once('exit', () => {
        this.exits.delete(exit);
        resolve();
        this.lose(thread, cause);
      });
    });
    this.exits.add(exit);
    // An idle thread must not keep a process alive that has nothing else to do.
    worker.unref();
  }

  private receive(thread: Thread<Item, Result>, reply: WorkerReply<Result>): void {
    const { task } = thread;
    thread.task = null;
    if (!this.closed) thread.worker.unref();
    if ('failure' in reply) task?.failed(new AppError(this.options.failure.code, reply.failure));
    else task?.done(reply.results);
    if (!this.closed) this.dispatch();
  }

  /** A thread that ends with work in hand takes that work down with it; the next call starts a fresh one. */
  private lose(thread: Thread<Item, Result>, cause: unknown): void {
    this.threads.delete(thread);
    const reason = cause instanceof Error ? cause.message : 'check that memory is free, then try again';
    const { code, doing } = this.options.failure;
    const message = `A thread that ${doing} ended unexpectedly: ${reason}`;
    thread.task?.failed(new AppError(code, message, { cause }));
    if (!this.closed && this.waiting.length > 0) this.dispatch();
  }

  private stopThreads(): void {
    for (const thread of this.threads) {
      thread.worker.ref();
      this.send(thread, { kind: 'stop' });
      this.threads.delete(thread);
    }
  }

  private send(thread: Thread<Item, Result>, request: WorkerRequest<Item>): void {
    thread.worker.postMessage(request);
  }
}

function cut<Item extends string | readonly string[]>(
  items: readonly Item[],
  most: ThreadPoolOptions['mostPerTask'],
): { start: number; items: Item[] }[] {
  const parts: { start: number; items: Item[] }[] = [];
  let characters = 0;
  for (const [place, item] of items.entries()) {
    const length = typeof item === 'string' ? item.length : item.join('').length;
    const part = parts.at(-1);
    const fits = characters + length <= most.characters;
    if (part && fits && part.items.length < most.items) part.items.push(item);
    else {
      parts.push({ start: place, items: [item] });
      characters = 0;
    }
    characters += length;
  }
  return parts;
}
