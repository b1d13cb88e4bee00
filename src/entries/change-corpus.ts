import { type CorpusChange, planChange } from '../adapters/corpus-change.ts';
import type { Corpus } from '../adapters/corpus-folder.ts';
import { installChange, settleChange } from '../adapters/corpus-journal.ts';
import { keepRemoved } from '../adapters/removed-reports.ts';
import type { Config } from '../config.ts';
import { assertConfirmed, type ConfirmationNames } from '../corpus/assert-confirmed.ts';
import type { AddedReports, ChangeOptions, RemovedReport } from '../corpus/change-result.ts';
import type { Confirmation, FileReading, NewFile } from '../corpus/file-reading.ts';
import { AppError } from '../errors.ts';
import { parseFileName } from '../reports/read-report.ts';
import { buildEmbedder } from './build-embedder.ts';
import { listHeld } from './held-reports.ts';
import { corpusInUse, splitAll } from './index-corpus.ts';
import { readTogether } from './read-new-file.ts';
import { readUsableCorpus } from './read-usable-corpus.ts';
import { stateFolder } from './state-folder.ts';
import { type UpdateResult, updateIndex } from './update-index.ts';
import { version } from './version.ts';

/**
 * Adds files to the corpus, each as a report or as a new edition of one, and brings the index up to date: all of it or
 * nothing. Throws AppError `report_refused`, `confirmation_needed`, and as `updateIndex` does.
 */
export async function addReports(
  config: Config,
  files: readonly NewFile[],
  options: ChangeOptions & { confirmed: readonly Confirmation[]; names: ConfirmationNames },
): Promise<AddedReports> {
  let added: FileReading[] = [];
  const index = await changeCorpus(config, options, async (corpus) => {
    const held = await listHeld(corpus, config.INDEX_DIR);
    added = await readTogether(files, { ...options, held });
    assertConfirmed(added, options);
    const write = files.flatMap(({ bytes }, place) => {
      const reading = added[place];
      return reading ? [{ file: reading.file, bytes, metadata: reading.metadata }] : [];
    });
    return { write, remove: [] };
  });
  return { added, index };
}

/**
 * Takes a report out of the corpus and the index; its file is kept aside. Throws AppError `not_found`, `report_refused`
 * for the last report, and as `updateIndex` does.
 */
export async function removeReport(
  config: Config,
  report: string,
  options: ChangeOptions,
): Promise<RemovedReport> {
  let removed = '';
  const index = await changeCorpus(config, options, async ({ files }) => {
    const ids = files.map(({ file }) => parseFileName(file).id);
    const id = ids.find((one) => one.toLowerCase() === report.toLowerCase());
    if (id === undefined) {
      throw new AppError('not_found', `There is no report "${report}"; held are: ${ids.join(', ')}.`);
    }
    if (ids.length === 1) {
      throw new AppError('report_refused', `${id} is the last report; add another before you remove it.`);
    }
    removed = id;
    return { write: [], remove: [id] };
  });
  return { report: removed, kept: index.kept[0] ?? null, index };
}

type Index = UpdateResult & { kept: string[] };

async function changeCorpus(
  config: Config,
  options: ChangeOptions,
  plan: (corpus: Corpus) => Promise<CorpusChange>,
): Promise<Index> {
  const { CORPUS_DIR: corpusDir, INDEX_DIR: indexDir } = config;
  const { embedder, notices } = await buildEmbedder(config, options);
  for (const notice of notices) options.onNotice(notice);
  const inUse = () => corpusInUse(indexDir);
  let kept: string[] = [];
  try {
    const result = await updateIndex(
      async () => {
        await settleChange(corpusDir, inUse);
        const { corpus, folderFiles } = await readUsableCorpus(config, options);
        for (const notice of corpus.notices) options.onNotice(notice);
        const planned = await planChange(corpus, await plan(corpus), folderFiles);
        return {
          sha256: planned.corpus.corpusSha256,
          reports: () => splitAll(planned.corpus, options),
          async install(putInUse) {
            kept = await keepRemoved({ ...corpus, files: folderFiles }, planned, stateFolder(config));
            await installChange(corpusDir, planned, { putInUse, inUse });
          },
        };
      },
      { ...options, indexDir, embedder, version },
    );
    return { ...result, kept };
  } finally {
    await embedder?.close();
  }
}
