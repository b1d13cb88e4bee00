import type { IndexRequest } from '../cli/cli-services.ts';
import type { Config } from '../config.ts';
import { buildEmbedder } from './build-embedder.ts';
import { indexCorpus } from './index-corpus.ts';
import { readUsableCorpus } from './read-usable-corpus.ts';
import type { UpdateResult } from './update-index.ts';
import { version } from './version.ts';

/** Brings the index of the settings up to date; throws as `indexCorpus` does. */
export async function runIndexing(config: Config, request: IndexRequest): Promise<UpdateResult> {
  const { signal, onNotice } = request;
  const { embedder, notices } = await buildEmbedder(config, { onNotice, signal });
  for (const notice of notices) onNotice(notice);
  try {
    const { CORPUS_DIR: corpusDir, INDEX_DIR: indexDir } = config;
    const read = async () => (await readUsableCorpus(config, { signal, anyFolder: true })).corpus;
    const how = request.leaveOut ? { read } : {};
    return await indexCorpus({ corpusDir, indexDir, embedder, version, ...how, ...request });
  } finally {
    await embedder?.close();
  }
}
