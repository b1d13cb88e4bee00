import { workerData } from 'node:worker_threads';
import { openOnnxReader, type ReaderPair } from './onnx-reader.ts';
import type { ModelContents } from './open-onnx.ts';
import { serveThread } from './serve-thread.ts';

await serveThread<ReaderPair, number>(async () => {
  const reader = await openOnnxReader(workerData as ModelContents);
  return { work: (pair) => reader.score(pair), release: () => reader.release() };
});
