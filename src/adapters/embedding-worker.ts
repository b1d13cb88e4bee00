import { workerData } from 'node:worker_threads';
import { openOnnxModel } from './onnx-embedder.ts';
import type { ModelContents } from './open-onnx.ts';
import { serveThread } from './serve-thread.ts';
import { passagePrefix } from './worker-messages.ts';

await serveThread<string, Float32Array<ArrayBuffer>>(async () => {
  const model = await openOnnxModel(workerData as ModelContents);
  return {
    work: (text) => model.embed(passagePrefix + text),
    moved: (vector) => vector.buffer,
    release: () => model.release(),
  };
});
