import { type MessagePort, parentPort } from 'node:worker_threads';
import type { WorkerReply, WorkerRequest } from './worker-messages.ts';

/** What a thread of a pool does with each item. */
export interface ThreadWork<Item, Result> {
  work(item: Item): Promise<Result>;
  /** Memory that is moved to the pool rather than copied. */
  moved?(result: Result): ArrayBuffer;
  release(): Promise<void>;
}

/** Runs in each thread of a pool: items in, results out, until it is told to stop. */
export async function serveThread<Item, Result>(
  open: () => Promise<ThreadWork<Item, Result>>,
): Promise<void> {
  if (!parentPort) return;
  const port = parentPort;
  const opened = await open();
  let last = Promise.resolve();
  port.on('message', (request: WorkerRequest<Item>) => {
    // One after the other: a stop that came between two items would take the model away from the second.
    last = last.then(() =>
      request.kind === 'stop' ? stop(port, opened) : reply(port, opened, request.items),
    );
  });
}

async function reply<Item, Result>(
  port: MessagePort,
  { work, moved }: ThreadWork<Item, Result>,
  items: Item[],
): Promise<void> {
  try {
    const results: Result[] = [];
    for (const item of items) results.push(await work(item));
    port.postMessage({ results } satisfies WorkerReply<Result>, moved ? results.map(moved) : []);
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    port.postMessage({ failure } satisfies WorkerReply<Result>);
  }
}

async function stop<Item, Result>(port: MessagePort, opened: ThreadWork<Item, Result>): Promise<void> {
  await opened.release();
  port.close();
}
