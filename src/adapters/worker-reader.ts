import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Reader } from '../answer/reader.ts';
import { AppError } from '../errors.ts';
import { isWhole } from './checked-file.ts';
import type { ReaderPair } from './onnx-reader.ts';
import type { ModelContents } from './open-onnx.ts';
import { readerFile, readerName, readerPath } from './reader-files.ts';
import { ThreadPool } from './thread-pool.ts';

// More threads than this gain little beside the memory that each takes (about 90 MB).
const mostThreads = 4;

/**
 * The reader that needs no service, in threads of its own that stay until it is closed: people ask minutes apart, and
 * should not wait each time for a model to load. `tokenizer` is the path of a checked file. Throws AppError
 * `model_unavailable` when the model is gone, damaged or cannot be loaded.
 */
export async function createLocalReader(options: {
  tokenizer: string;
  model?: string;
  threads?: number;
}): Promise<Reader> {
  const model = options.model ?? readerPath();
  if (!(await isWhole(model, readerFile))) {
    const message = `${model} is damaged or gone; get it again from the repository, or set READER=none.`;
    throw new AppError('model_unavailable', message);
  }
  const tokenizer = await readFile(options.tokenizer, 'utf8').catch((cause: unknown) => {
    const message = `${options.tokenizer} cannot be read; run npm start again to fetch it.`;
    throw new AppError('model_unavailable', message, { cause });
  });
  const size = options.threads ?? Math.min(mostThreads, availableParallelism());
  const pool = new ThreadPool<ReaderPair, number>({
    script: new URL('./reader-worker.ts', import.meta.url),
    workerData: { model, tokenizer } satisfies ModelContents,
    size,
    idleMs: null,
    // A sentence costs milliseconds and a message a tenth of one.
    mostPerTask: { items: 1, characters: 1 },
    failure: { code: 'reading_failed', doing: 'reads sentences' },
  });
  const reader: Reader = {
    name: readerName,
    score: (question, sentences, { signal } = {}) =>
      pool.run(
        sentences.map((sentence): ReaderPair => [question, sentence]),
        signal ? { signal } : {},
      ),
    close: () => pool.close(),
  };
  await start(reader, size);
  return reader;
}

/** Loads the model in every thread, so that the first question does not wait for it. */
async function start(reader: Reader, threads: number): Promise<void> {
  try {
    await reader.score('', new Array<string>(threads).fill(''));
  } catch (cause) {
    await reader.close();
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('model_unavailable', `The trained reader does not start. ${reason}`, { cause });
  }
}
