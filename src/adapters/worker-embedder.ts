import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { AppError } from '../errors.ts';
import type { Embedder } from '../index/embedder.ts';
import { modelFiles, modelName } from './model-files.ts';
import { modelDimensions, openOnnxModel } from './onnx-embedder.ts';
import type { ModelContents } from './open-onnx.ts';
import { ThreadPool } from './thread-pool.ts';
import { questionPrefix } from './worker-messages.ts';

// More threads than this gain little beside the memory that each takes (about 100 MB).
const mostThreads = 4;

/**
 * The embedder that needs no service: questions are embedded at once in this thread (about 2 ms), passages in a pool
 * of threads. `model` and `tokenizer` are paths; both files are checked here. Throws AppError `model_unavailable`.
 */
export async function createLocalEmbedder(options: {
  model: string;
  tokenizer: string;
  threads?: number;
  /** Milliseconds without work after which the pool's threads stop. */
  idleMs?: number;
}): Promise<Embedder> {
  const model = await readChecked(options.model, modelFiles.model.sha256);
  const tokenizer = new TextDecoder().decode(
    await readChecked(options.tokenizer, modelFiles.tokenizer.sha256),
  );
  const questions = await openOnnxModel({ model, tokenizer });
  const pool = new ThreadPool<string, Float32Array>({
    script: new URL('./embedding-worker.ts', import.meta.url),
    workerData: { model: options.model, tokenizer } satisfies ModelContents,
    size: options.threads ?? Math.min(mostThreads, availableParallelism()),
    idleMs: options.idleMs ?? 10_000,
    mostPerTask: { items: 8, characters: 2_000 },
    failure: { code: 'embedding_failed', doing: 'embeds texts' },
  });
  return {
    model: { name: modelName, sha256: modelFiles.model.sha256, dimensions: modelDimensions },
    async embedQuestion(text, { signal } = {}) {
      if (signal?.aborted) throw new AppError('interrupted', 'Embedding was stopped before it began.');
      return questions.embed(questionPrefix + text);
    },
    embedPassages: (texts, embedOptions) => pool.run(texts, embedOptions),
    async close() {
      await pool.close();
      await questions.release();
    },
  };
}

async function readChecked(file: string, sha256: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new AppError('model_unavailable', `${file} cannot be read; run npm start again to fetch it.`, {
      cause,
    });
  });
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw new AppError(
    'model_unavailable',
    `${file} is damaged: delete it, then run npm start to fetch it again.`,
  );
}
