import { findTokenizer } from '../adapters/locate-model.ts';
import { createLocalReader } from '../adapters/worker-reader.ts';
import type { Reader } from '../answer/reader.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { modelCacheDir } from './build-embedder.ts';

/** The reader that the settings ask for; without one, the reason if it is not the operator's own wish. */
export interface ChosenReader {
  reader: Reader | null;
  notices: string[];
}

/**
 * Makes the reader of the settings. It shares the embedding model's tokenizer and fetches nothing itself: call this
 * when the embedder has been built. A reader that cannot be had is a notice, not a failure.
 */
export async function buildReader(config: Pick<Config, 'READER' | 'MODEL_DIR'>): Promise<ChosenReader> {
  if (config.READER === 'none') return { reader: null, notices: [] };
  try {
    const tokenizer = await findTokenizer({ modelDir: config.MODEL_DIR, cacheDir: modelCacheDir() });
    return { reader: await createLocalReader({ tokenizer }), notices: [] };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'model_unavailable') throw error;
    return { reader: null, notices: [`Answers are picked without the trained reader: ${error.message}`] };
  }
}
