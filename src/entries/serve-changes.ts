import { endingsRead } from '../adapters/corpus-folder.ts';
import { readingLimits } from '../adapters/reading-thread.ts';
import type { Config } from '../config.ts';
import type { ChangeOptions } from '../corpus/change-result.ts';
import { JobQueue } from '../corpus/job-queue.ts';
import type { Job, ReportChanges } from '../corpus/report-changes.ts';
import { nameReportFile } from '../corpus/report-file-name.ts';
import { AppError } from '../errors.ts';
import type { ChangeTask } from './change-task.ts';
import { type FolderFollower, followFolder } from './follow-folder.ts';
import { newAnswerId } from './new-answer-id.ts';
import { runChange } from './run-change.ts';

/** For starting a process, and looking at the folder, around the reading that has a limit of its own. */
const readingLimitMs = readingLimits.timeoutMs + 30_000;
/** Each of them holds its file in memory. */
const mostWaiting = 20;

/**
 * Changes of the corpus while a server answers: each in a process of its own, one at a time, and a look at the folder
 * every second unless the settings say no. What an operator should know goes to `onNotice`, each thing once.
 */
export async function serveChanges(
  config: Config,
  onNotice: (line: string) => void,
): Promise<ReportChanges & { close(): Promise<void> }> {
  let told = new Set<string>();
  const tell = (line: string) => {
    if (!told.has(line)) onNotice(line);
    told.add(line);
  };
  // The first update may end before the look at the folder does that asked for it.
  let folder: FolderFollower | undefined;
  const queue = new JobQueue({
    newId: newAnswerId,
    now: () => new Date(),
    onEnd(job) {
      const lines = linesOf(job);
      lines.forEach(tell);
      if (job.kind !== 'update') return;
      told = new Set(lines);
      folder?.ended(job);
    },
  });
  const change = <Kind extends ChangeTask['kind']>(
    task: Extract<ChangeTask, { kind: Kind }>,
    { onNotice: note, ...options }: ChangeOptions,
  ) => {
    const both = (line: string) => {
      note(line);
      // Said at once: what it waits for may take long.
      tell(line);
    };
    return runChange<Kind>(config, task, { ...options, onNotice: both });
  };
  // One at a time, so that many files at once do not take the machine from the questions.
  let lastReading: Promise<unknown> = Promise.resolve();
  let updating: Job | undefined;
  const update = () => {
    // One that waits its turn will see this change, too.
    if (updating?.state === 'queued') return;
    updating = queue.add({ kind: 'update', report: null }, async (options) => {
      await change({ kind: 'update' }, options);
      return null;
    });
  };
  folder = await followFolder(config, update);
  return {
    async read(file, signal = new AbortController().signal) {
      // A bad name needs no process to be seen.
      nameReportFile(file.name, endingsRead);
      const limits = { ...unheard, signal, limitMs: readingLimitMs };
      const reading = lastReading
        .then(() => runChange(config, { kind: 'read', file }, limits))
        .catch(explainCorpus);
      lastReading = reading.catch(() => undefined);
      return reading;
    },
    add(file, { report, confirmed }) {
      if (queue.waiting() >= mostWaiting) throw tooMany();
      return queue.add({ kind: 'add', report }, (options) =>
        change({ kind: 'add', file, confirmed }, options),
      );
    },
    remove: (report) =>
      queue.add({ kind: 'remove', report }, (options) => change({ kind: 'remove', report }, options)),
    job: (id) => queue.find(id),
    async close() {
      folder?.close();
      await queue.close();
    },
  };
}

const unheard = { onProgress: () => undefined, onNotice: () => undefined };

function tooMany(): AppError {
  const message = `${mostWaiting} changes wait for their turn already. Send it again once some are done.`;
  return new AppError('index_busy', message);
}

/** What is wrong with the folder is no fault of the service, and an administrator is to read it. */
function explainCorpus(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'corpus_invalid') throw error;
  throw new AppError('report_refused', `Nothing can be added now. ${error.message}`, { cause: error });
}

function linesOf({ kind, report, state, notices, problem }: Job): string[] {
  if (problem?.code === 'interrupted') return notices;
  const about =
    kind === 'update' ? 'The changed folder' : `${kind === 'add' ? 'Adding' : 'Removing'} ${report}`;
  return [...notices, ...(state === 'failed' && problem ? [`${about}: ${problem.message}`] : [])];
}
