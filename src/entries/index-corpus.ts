import { type Corpus, readCorpus } from '../adapters/corpus-folder.ts';
import { settleChange } from '../adapters/corpus-journal.ts';
import { readManifest } from '../adapters/generation-files.ts';
import { generationFolder, readCurrent } from '../adapters/generation-folder.ts';
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
  read = () => readCorpus(corpusDir),
  ...options
}: UpdateOptions & {
  corpusDir: string;
  /** Reads the folder; strictly unless told. */
  read?: () => Promise<Corpus>;
}): Promise<UpdateResult> {
  const { indexDir, onNotice, onProgress } = options;
  onProgress?.({ stage: 'reading', done: 0, total: 0 });
  return updateIndex(async () => {
    await settleChange(corpusDir, () => corpusInUse(indexDir));
    const corpus = await read();
    for (const notice of corpus.notices) onNotice?.(notice);
    const { length } = corpus.files;
    onProgress?.({ stage: 'reading', done: length, total: length });
    return { sha256: corpus.corpusSha256, reports: () => splitAll(corpus, options) };
  }, options);
}

/**
 * The SHA-256 of the corpus that the index in use was made of; null where there is no index, or none that can be read.
 */
export async function corpusInUse(indexDir: string): Promise<string | null> {
  return (await manifestInUse(indexDir))?.corpus ?? null;
}

/** When the index in use was made; null where there is none, or none that can be read. */
export async function indexCreated(indexDir: string): Promise<Date | null> {
  const manifest = await manifestInUse(indexDir);
  return manifest && new Date(manifest.created);
}

async function manifestInUse(indexDir: string) {
  const current = await readCurrent(indexDir);
  return current && readManifest(generationFolder(indexDir, current.id)).catch(() => null);
}

/** Reads the reports of a corpus and takes them apart, one after the other, off the event loop. */
export async function* splitAll(
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
