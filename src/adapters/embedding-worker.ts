import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { type ModelContents, type OnnxModel, openOnnxModel } from './onnx-embedder.ts';
import { passagePrefix, type WorkerReply, type WorkerRequest } from './worker-messages.ts';

/** What runs in each thread of the pool: texts in, vectors out. */
async function serve(port: MessagePort): Promise<void> {
  const loaded = await openOnnxModel(workerData as ModelContents);
  let last = Promise.resolve();
  port.on('message', (request: WorkerRequest) => {
    // One after the other: a stop that came between two texts would take the model away from the second.
    last = last.then(() =>
      request.kind === 'stop' ? stop(port, loaded) : reply(port, loaded, request.texts),
    );
  });
}

async function reply(port: MessagePort, model: OnnxModel, texts: string[]): Promise<void> {
  try {
    const vectors: Float32Array<ArrayBuffer>[] = [];
    for (const text of texts) vectors.push(await model.embed(passagePrefix + text));
    const moved = vectors.map((vector) => vector.buffer);
    port.postMessage({ vectors } satisfies WorkerReply, moved);
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    port.postMessage({ failure } satisfies WorkerReply);
  }
}

async function stop(port: MessagePort, model: OnnxModel): Promise<void> {
  await model.release();
  port.close();
}

if (parentPort) await serve(parentPort);
