import { type Corpus, type CorpusFile, hashCorpus, readCorpus } from '../adapters/corpus-folder.ts';
import { readApart } from '../adapters/reading-thread.ts';
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
 * `anyFolder`, is not the one that the index was made of.
 */
export async function readUsableCorpus(
  { CORPUS_DIR: folder, INDEX_DIR: indexDir }: Pick<Config, 'CORPUS_DIR' | 'INDEX_DIR'>,
  { onNotice, anyFolder = false }: { onNotice: (notice: string) => void; anyFolder?: boolean },
): Promise<UsableCorpus> {
  const corpus = await readCorpus(folder, { leaveOutFaulty: true, mayBeEmpty: !anyFolder });
  for (const notice of corpus.notices) onNotice(notice);
  // Without an index that can be read nobody knows what was accepted before: then all of it was, as for "pincite index".
  const known = await readHashes(indexDir).catch(() => null);
  if (known === null || known.size === 0) return { corpus, folderFiles: corpus.files };
  if (!anyFolder) assertSameReports(folder, corpus, [...known.keys()]);
  const files: CorpusFile[] = [];
  for (const file of corpus.files) {
    const isKnown = known.has(`${parseFileName(file.file).id} ${file.sha256.slice(0, 12)}`);
    const problem = isKnown ? null : await findProblem(file, corpus);
    if (problem === null) files.push(file);
    else onNotice(problem);
  }
  const corpusSha256 = await hashCorpus(files, corpus.list);
  return { corpus: { ...corpus, files, corpusSha256 }, folderFiles: corpus.files };
}

/** An index that shares no report with the folder was made of another one, and is not to be lost. */
function assertSameReports(folder: string, { files }: Corpus, known: readonly string[]): void {
  const ids = new Set(known.map((edition) => edition.split(' ')[0]));
  if (files.some(({ file }) => ids.has(parseFileName(file).id))) return;
  const message = `${folder} shares no report with the index in use, which was made of another folder. Set CORPUS_DIR to that one, or run "pincite index" to index this one instead`;
  throw new AppError('corpus_invalid', message);
}

/** Why a new file is left out, or null. */
async function findProblem({ file, bytes }: CorpusFile, { metadata }: Corpus): Promise<string | null> {
  try {
    const listed = metadata.get(parseFileName(file).id);
    const { report, split } = await readApart({ file, bytes, metadata: listed });
    if (split.paragraphs.length === 0) return `${file} was left out: it holds no text to cite`;
    const [flag] = listed ? [] : findRestrictions(report.lines);
    if (!flag) return null;
    const place = flag.page === null ? `line ${flag.line}` : `page ${flag.page}`;
    return `${file} was left out: “${flag.quote}” (${place}) may mean that it is not to be public; if it may be, list it in reports.json or add it with "pincite add"`;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return `${file} was left out: ${error.message}`;
  }
}
