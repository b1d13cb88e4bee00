import { locateModel } from '../adapters/locate-model.ts';
import { modelFiles, modelName } from '../adapters/model-files.ts';
import type { FoundModel } from '../cli/cli-services.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { modelCacheDir } from './build-embedder.ts';

/** Finds or fetches the embedding model of the settings. Throws AppError `model_unavailable`, `invalid_settings`. */
export async function findModel(
  config: Pick<Config, 'EMBEDDER' | 'MODEL_DIR'>,
  options: { onNotice: (line: string) => void; signal: AbortSignal },
): Promise<FoundModel> {
  if (config.EMBEDDER !== 'local') {
    const message = `EMBEDDER is "${config.EMBEDDER}": no model is kept on this machine. Unset EMBEDDER to use one.`;
    throw new AppError('invalid_settings', message);
  }
  const found = await locateModel({ ...options, modelDir: config.MODEL_DIR, cacheDir: modelCacheDir() });
  return {
    name: modelName,
    files: [found.model, found.tokenizer],
    bytes: modelFiles.model.bytes + modelFiles.tokenizer.bytes,
    source: found.source,
  };
}
