import { type Corpus, type CorpusFile, hashCorpus, readCorpus } from '../adapters/corpus-folder.ts';
import { ReadingThread } from '../adapters/reading-thread.ts';
import type { TakenApart } from '../adapters/reading-worker.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { findRestrictions } from '../reports/find-restrictions.ts';
import { parseFileName } from '../reports/read-report.ts';
import { readHashes } from './held-reports.ts';

/** A corpus without the files that are left out, and all that lie in the folder. */
export interface UsableCorpus {
  corpus: Corpus;
  folderFiles: CorpusFile[];
}

/**
 * Reads the corpus of the settings for a change: a file that the index in use does not hold yet is left out, with a
 * notice, when it cannot be read, or when it holds wording such as "not for publication" and is not listed in
 * `reports.json`. Throws AppError `corpus_invalid` when `reports.json` is wrong, or when the folder, unless it may be
 * `anyFolder`, is not the one that the index was made of; `interrupted` on the signal.
 */
export async function readUsableCorpus(
  { CORPUS_DIR: folder, INDEX_DIR: indexDir }: Pick<Config, 'CORPUS_DIR' | 'INDEX_DIR'>,
  { signal, anyFolder = false }: { signal: AbortSignal; anyFolder?: boolean },
): Promise<UsableCorpus> {
  const corpus = await readCorpus(folder, { leaveOutFaulty: true, mayBeEmpty: !anyFolder });
  // Without an index that can be read nobody knows what was accepted before: then all of it was, as for "pincite index".
  const known = await readHashes(indexDir).catch(() => null);
  if (known === null || known.size === 0) return { corpus, folderFiles: corpus.files };
  if (!anyFolder) assertSameReports(folder, corpus, [...known.keys()]);
  const isKnown = ({ file, sha256 }: CorpusFile) =>
    known.has(`${parseFileName(file).id} ${sha256.slice(0, 12)}`);
  const problems = await findProblems(corpus, { isKnown, signal });
  const files = corpus.files.filter(({ file }) => !problems.has(file));
  const corpusSha256 = await hashCorpus(files, corpus.list);
  const notices = [...corpus.notices, ...problems.values()];
  return { corpus: { ...corpus, files, corpusSha256, notices }, folderFiles: corpus.files };
}

/** An index that shares no report with the folder was made of another one, and is not to be lost. */
function assertSameReports(folder: string, { files }: Corpus, known: readonly string[]): void {
  const ids = new Set(known.map((edition) => edition.split(' ')[0]));
  if (files.some(({ file }) => ids.has(parseFileName(file).id))) return;
  const message = `${folder} shares no report with the index in use, which was made of another folder. Set CORPUS_DIR to that one, or run "pincite index" to index this one instead`;
  throw new AppError('corpus_invalid', message);
}

/** Why files that are new are left out, by file. */
async function findProblems(
  { files, metadata }: Corpus,
  { isKnown, signal }: { isKnown: (file: CorpusFile) => boolean; signal: AbortSignal },
): Promise<Map<string, string>> {
  const thread = new ReadingThread();
  const problems = new Map<string, string>();
  try {
    for (const { file, bytes } of files.filter((one) => !isKnown(one))) {
      const listed = metadata.get(parseFileName(file).id);
      const problem = await thread
        .read({ file, bytes, metadata: listed }, { signal })
        .then((read) => findProblem(read, listed !== undefined), reasonOf);
      if (problem !== null) problems.set(file, `${file} was left out: ${problem}`);
    }
  } finally {
    await thread.close();
  }
  return problems;
}

function findProblem({ report, split }: TakenApart, isListed: boolean): string | null {
  if (split.paragraphs.length === 0) return 'it holds no text to cite';
  const [flag] = isListed ? [] : findRestrictions(report.lines);
  if (!flag) return null;
  const place = flag.page === null ? `line ${flag.line}` : `page ${flag.page}`;
  return `“${flag.quote}” (${place}) may mean that it is not to be public; if it may be, list it in reports.json or add it with "pincite add"`;
}

/** Why a file could not be read; whatever is not about the file goes on. */
function reasonOf(error: unknown): string {
  if (!(error instanceof AppError) || error.code !== 'corpus_invalid') throw error;
  return error.message;
}
