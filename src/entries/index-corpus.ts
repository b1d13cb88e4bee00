import { type Corpus, readCorpus, readReports } from '../adapters/corpus-folder.ts';
import type { IndexProgress } from '../index/build-generation.ts';
import type { IndexedReport } from '../index/write-paragraphs.ts';
import { yieldToOthers } from '../index/yield-to-others.ts';
import { splitReport } from '../paragraphs/split-report.ts';
import { splitSentences } from '../paragraphs/split-sentences.ts';
import { type UpdateOptions, type UpdateResult, updateIndex } from './update-index.ts';

/**
 * Reads a folder of reports and brings its index up to date; does nothing when neither changed. Throws AppError
 * `corpus_invalid` for a corpus that cannot be read, and as `updateIndex` does.
 */
export async function indexCorpus({
  corpusDir,
  ...options
}: UpdateOptions & { corpusDir: string }): Promise<UpdateResult> {
  options.onProgress?.({ stage: 'reading', done: 0, total: 0 });
  const corpus = await readCorpus(corpusDir);
  for (const notice of corpus.notices) options.onNotice?.(notice);
  const { length } = corpus.files;
  options.onProgress?.({ stage: 'reading', done: length, total: length });
  const reports = () => splitAll(corpus, options.onProgress);
  return updateIndex({ sha256: corpus.corpusSha256, reports }, options);
}

async function* splitAll(
  corpus: Corpus,
  onProgress: ((progress: IndexProgress) => void) | undefined,
): AsyncGenerator<IndexedReport> {
  let done = 0;
  for await (const { lines, notices, ...report } of readReports(corpus)) {
    const split = await splitReport({ ...report, notices, lines });
    const sentences = split.paragraphs.map(({ text, form }) => splitSentences(text, form));
    yield { report, split, sentences };
    onProgress?.({ stage: 'splitting', done: ++done, total: corpus.files.length });
    await yieldToOthers();
  }
}
