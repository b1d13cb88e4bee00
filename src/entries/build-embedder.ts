import { homedir } from 'node:os';
import { join } from 'node:path';
import { locateModel } from '../adapters/locate-model.ts';
import { createOpenAiEmbedder } from '../adapters/openai-embedder.ts';
import { createLocalEmbedder } from '../adapters/worker-embedder.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import type { Embedder } from '../index/embedder.ts';

/** The embedder that the settings ask for; without one, the reason why search is by keywords alone. */
export interface ChosenEmbedder {
  embedder: Embedder | null;
  notices: string[];
}

type EmbedderConfig = Pick<
  Config,
  'EMBEDDER' | 'EMBEDDING_DIMENSIONS' | 'EMBEDDING_MODEL' | 'MODEL_DIR' | 'OPENAI_API_KEY' | 'OPENAI_BASE_URL'
>;

/** Where fetched models are kept between runs, for all checkouts of this user. */
export function modelCacheDir(): string {
  return process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
}

/**
 * Makes the embedder of the settings. A model that cannot be had is a notice, not a failure: search by keywords works
 * without. `onNotice` hears of what is fetched while it is fetched.
 */
export async function buildEmbedder(
  config: EmbedderConfig,
  options: { onNotice: (line: string) => void; signal?: AbortSignal; threads?: number },
): Promise<ChosenEmbedder> {
  if (config.EMBEDDER === 'none') {
    return { embedder: null, notices: ['Keyword search alone: EMBEDDER is "none".'] };
  }
  if (config.EMBEDDER === 'openai') return { embedder: await openAi(config), notices: [] };
  try {
    const located = await locateModel({ ...options, modelDir: config.MODEL_DIR, cacheDir: modelCacheDir() });
    const { threads } = options;
    const how = threads === undefined ? {} : { threads };
    return { embedder: await createLocalEmbedder({ ...located, ...how }), notices: [] };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'model_unavailable') throw error;
    return { embedder: null, notices: [`Keyword search alone: ${error.message}`] };
  }
}

function openAi(config: EmbedderConfig): Promise<Embedder> {
  return createOpenAiEmbedder({
    // The settings are refused without it.
    apiKey: config.OPENAI_API_KEY ?? '',
    baseUrl: config.OPENAI_BASE_URL,
    model: config.EMBEDDING_MODEL,
    dimensions: config.EMBEDDING_DIMENSIONS,
  });
}
