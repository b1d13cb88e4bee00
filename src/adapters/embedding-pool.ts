import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import type { EmbedOptions } from '../index/embedder.ts';
import type { WorkerReply, WorkerRequest } from './worker-messages.ts';

interface Task {
  texts: string[];
  done(vectors: Float32Array[]): void;
  failed(error: AppError): void;
}

interface Thread {
  worker: Worker;
  task: Task | null;
}

// Enough that messages cost nothing beside the model, little enough that no thread waits long for another's last task.
const mostPerTask = { texts: 8, characters: 2_000 };

/**
 * Threads that embed passages. They start with the first text and stop after a while without work, so that a server
 * which only answers keeps their memory free.
 */
export class EmbeddingPool {
  private readonly threads = new Set<Thread>();
  private readonly waiting: Task[] = [];
  private readonly exits = new Set<Promise<unknown>>();
  private readonly options: { script: URL; workerData: unknown; size: number; idleMs: number };
  private idleTimer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(options: { script: URL; workerData: unknown; size: number; idleMs: number }) {
    this.options = options;
  }

  /** One vector a text, in order. Throws AppError `embedding_failed`, or `interrupted` on the signal. */
  async embed(texts: readonly string[], options: EmbedOptions = {}): Promise<Float32Array[]> {
    const stopped = () => new AppError('interrupted', 'Embedding was stopped before it finished.');
    if (options.signal?.aborted || this.closed) throw stopped();
    const vectors: Float32Array[] = new Array(texts.length);
    let done = 0;
    let settled = false;
    const tasks: Task[] = [];
    const parts = cut(texts).map(
      (part) =>
        new Promise<void>((resolve, reject) => {
          const finish = (found: Float32Array[]) => {
            if (settled) return;
            for (const [place, vector] of found.entries()) vectors[part.start + place] = vector;
            done += found.length;
            options.onProgress?.(done);
            resolve();
          };
          tasks.push({ texts: part.texts, done: finish, failed: reject });
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
    return vectors;
  }

  /** Stops what is under way and waits until every thread has ended. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.idleTimer);
    const stopped = new AppError('interrupted', 'The embedder was closed before it finished.');
    this.drop([...this.waiting, ...[...this.threads].flatMap(({ task }) => task ?? [])], stopped);
    this.stopThreads();
    await Promise.all(this.exits);
  }

  private drop(tasks: Task[], reason: AppError): void {
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
    this.idleTimer = setTimeout(() => this.stopThreads(), this.options.idleMs).unref();
  }

  private idleThreads(): Thread[] {
    return [...this.threads].filter(({ task }) => !task);
  }

  private giveWork(thread: Thread): void {
    const task = this.waiting.shift();
    if (!task) return;
    thread.task = task;
    thread.worker.ref();
    this.send(thread, { kind: 'embed', texts: task.texts });
  }

  private startThread(): void {
    const worker = new Worker(this.options.script, { workerData: this.options.workerData });
    const thread: Thread = { worker, task: null };
    let cause: unknown;
    this.threads.add(thread);
    worker.on('message', (reply: WorkerReply) => this.receive(thread, reply));
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

  private receive(thread: Thread, reply: WorkerReply): void {
    const { task } = thread;
    thread.task = null;
    if (!this.closed) thread.worker.unref();
    if ('failure' in reply) task?.failed(new AppError('embedding_failed', reply.failure));
    else task?.done(reply.vectors);
    if (!this.closed) this.dispatch();
  }

  /** A thread that ends with work in hand takes that work down with it; the next call starts a fresh one. */
  private lose(thread: Thread, cause: unknown): void {
    this.threads.delete(thread);
    const reason = cause instanceof Error ? cause.message : 'check that memory is free, then try again';
    const message = `A thread that embeds texts ended unexpectedly: ${reason}`;
    thread.task?.failed(new AppError('embedding_failed', message, { cause }));
    if (!this.closed && this.waiting.length > 0) this.dispatch();
  }

  private stopThreads(): void {
    for (const thread of this.threads) {
      thread.worker.ref();
      this.send(thread, { kind: 'stop' });
      this.threads.delete(thread);
    }
  }

  private send(thread: Thread, request: WorkerRequest): void {
    thread.worker.postMessage(request);
  }
}

function cut(texts: readonly string[]): { start: number; texts: string[] }[] {
  const parts: { start: number; texts: string[] }[] = [];
  let characters = 0;
  for (const [place, text] of texts.entries()) {
    const part = parts.at(-1);
    const fits = characters + text.length <= mostPerTask.characters;
    if (part && fits && part.texts.length < mostPerTask.texts) part.texts.push(text);
    else {
      parts.push({ start: place, texts: [text] });
      characters = 0;
    }
    characters += text.length;
  }
  return parts;
}
