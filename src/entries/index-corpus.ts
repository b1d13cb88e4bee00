import { type Corpus, readCorpus } from '../adapters/corpus-folder.ts';
import { ReadingThread } from '../adapters/reading-thread.ts';
import type { IndexedReport } from '../index/write-paragraphs.ts';
import { splitSentences } from '../paragraphs/split-sentences.ts';
import { parseFileName } from '../reports/read-report.ts';
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
  const reports = () => splitAll(corpus, options);
  return updateIndex({ sha256: corpus.corpusSha256, reports }, options);
}

async function* splitAll(
  { files, metadata }: Corpus,
  { onProgress, signal }: Pick<UpdateOptions, 'onProgress' | 'signal'>,
): AsyncGenerator<IndexedReport> {
  const thread = new ReadingThread();
  try {
    for (const [place, { file, bytes }] of files.entries()) {
      const known = metadata.get(parseFileName(file).id);
      const { report, split } = await thread.read({ file, bytes, metadata: known }, { signal });
      const { lines: _lines, notices: _notices, ...head } = report;
      const sentences = split.paragraphs.map(({ text, form }) => splitSentences(text, form));
      yield { report: head, split, sentences };
      onProgress?.({ stage: 'splitting', done: place + 1, total: files.length });
    }
  } finally {
    await thread.close();
  }
}
