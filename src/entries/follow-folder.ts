import { isChangeOpen } from '../adapters/corpus-journal.ts';
import { changedAfter, watchFolder } from '../adapters/folder-watcher.ts';
import type { Config } from '../config.ts';
import type { Job } from '../corpus/report-changes.ts';
import { indexCreated } from './index-corpus.ts';

const pollMs = 1_000;
/** What failed for a full disk, or a model that could not be loaded, may succeed a little later. */
const retryMs = 60_000;
/** An index is younger than the look at the folder that it was made of, by the time that reading takes. */
const readingMarginMs = 60_000;

/** Follows the folder of reports for a server that runs. */
export interface FolderFollower {
  /** To be told of each update that ended: one that failed for what may pass is asked for again. */
  ended(update: Job): void;
  close(): void;
}

/**
 * Asks for an update of the index now if a change was killed half-way, or files came while the service started, and then
 * whenever the folder changes, unless the settings say that it is not watched.
 */
export async function followFolder(config: Config, update: () => void): Promise<FolderFollower> {
  const { CORPUS_DIR: folder, WATCH_CORPUS: isWatched } = config;
  const watcher = isWatched ? await watchFolder(folder, { pollMs, onChange: update }) : null;
  // Where nobody can tell, the update says why.
  const isOpen = await isChangeOpen(folder).catch(() => true);
  if (isOpen || (isWatched && (await changedWhileStarting(config)))) update();
  let retry: NodeJS.Timeout | undefined;
  let isClosed = false;
  return {
    ended(job) {
      clearTimeout(retry);
      // The last update may end while the server does.
      if (mayPass(job) && !isClosed) retry = setTimeout(update, retryMs).unref();
    },
    close() {
      isClosed = true;
      watcher?.close();
      clearTimeout(retry);
    },
  };
}

/** Whether files may have been put into the folder after it was read for the index in use. */
async function changedWhileStarting({ CORPUS_DIR, INDEX_DIR }: Config): Promise<boolean> {
  const created = await indexCreated(INDEX_DIR);
  return created !== null && changedAfter(CORPUS_DIR, new Date(created.getTime() - readingMarginMs));
}

/** Whether an update failed for what nobody has to mend. */
function mayPass({ state, problem }: Job): boolean {
  return state === 'failed' && problem?.code !== 'corpus_invalid' && problem?.code !== 'interrupted';
}
