import type { Embedder } from '../index/embedder.ts';
import { buildWorkerApp, type WorkerBindings } from './build-worker-app.ts';

/** What the platform calls. */
interface Worker {
  fetch(request: Request, bindings: WorkerBindings): Promise<Response>;
}

/** Makes a Worker. `chooseEmbedder` finds the embedder in the bindings; null searches by keywords alone. */
export function createWorker(chooseEmbedder: (bindings: WorkerBindings) => Embedder | null): Worker {
  // The app, not its promise: on Workers a promise belongs to the request that made it.
  let app: Awaited<ReturnType<typeof buildWorkerApp>> | undefined;
  return {
    async fetch(request, bindings) {
      app ??= await buildWorkerApp(bindings, chooseEmbedder(bindings));
      return app.fetch(request);
    },
  };
}

export default createWorker(() => null);
