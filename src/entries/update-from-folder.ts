import { settleChange } from '../adapters/corpus-journal.ts';
import type { Config } from '../config.ts';
import type { ChangeOptions } from '../corpus/change-result.ts';
import { AppError } from '../errors.ts';
import { buildEmbedder } from './build-embedder.ts';
import { corpusInUse, splitAll } from './index-corpus.ts';
import { readUsableCorpus } from './read-usable-corpus.ts';
import { updateIndex } from './update-index.ts';
import { version } from './version.ts';

/**
 * Brings the index up to date with a folder that somebody changed by hand, as far as `readUsableCorpus` takes it; tells
 * whether it changed. Throws AppError `corpus_invalid`, and as `updateIndex` does.
 */
export async function updateFromFolder(config: Config, options: ChangeOptions): Promise<boolean> {
  const { CORPUS_DIR: corpusDir, INDEX_DIR: indexDir } = config;
  const inUse = () => corpusInUse(indexDir);
  const first = await readUsableCorpus(config, options);
  for (const notice of first.corpus.notices) options.onNotice(notice);
  if (first.corpus.files.length === 0) {
    throw new AppError('corpus_invalid', `${corpusDir} holds no report any more; the index stays as it is`);
  }
  // Loading the model is slow, and most changes are those that were made here.
  if (first.corpus.corpusSha256 === (await inUse())) return false;
  const { embedder, notices } = await buildEmbedder(config, options);
  for (const notice of notices) options.onNotice(notice);
  try {
    const { changed } = await updateIndex(
      async () => {
        await settleChange(corpusDir, inUse);
        const { corpus } = await readUsableCorpus(config, options);
        return { sha256: corpus.corpusSha256, reports: () => splitAll(corpus, options) };
      },
      { ...options, indexDir, embedder, version },
    );
    return changed;
  } finally {
    await embedder?.close();
  }
}
