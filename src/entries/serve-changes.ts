import { endingsRead } from '../adapters/corpus-folder.ts';
import { isChangeOpen } from '../adapters/corpus-journal.ts';
import { watchFolder } from '../adapters/folder-watcher.ts';
import type { Config } from '../config.ts';
import { JobQueue } from '../corpus/job-queue.ts';
import type { Job, ReportChanges } from '../corpus/report-changes.ts';
import { nameReportFile } from '../corpus/report-file-name.ts';
import { newAnswerId } from './new-answer-id.ts';
import { runChange } from './run-change.ts';

const readingLimitMs = 150_000;
const pollMs = 1_000;

/**
 * Changes of the corpus while a server answers: each in a process of its own, one at a time, and a look at the folder
 * every second unless the settings say no. What an operator should know goes to `onNotice`, each thing once.
 */
export async function serveChanges(
  config: Config,
  onNotice: (line: string) => void,
): Promise<ReportChanges & { close(): Promise<void> }> {
  let told = new Set<string>();
  const queue = new JobQueue({
    newId: newAnswerId,
    now: () => new Date(),
    onEnd(job) {
      const lines = linesOf(job);
      for (const line of lines.filter((one) => !told.has(one))) onNotice(line);
      if (job.kind === 'update') told = new Set(lines);
    },
  });
  // One at a time, so that many files at once do not take the machine from the questions.
  let lastReading: Promise<unknown> = Promise.resolve();
  let updating: Job | undefined;
  const update = () => {
    // One that waits its turn will see this change, too.
    if (updating?.state === 'queued') return;
    updating = queue.add({ kind: 'update', report: null }, async (options) => {
      await runChange(config, { kind: 'update' }, options);
      return null;
    });
  };
  // A change that was killed half-way is brought to its end before anybody asks for another.
  if (await isChangeOpen(config.CORPUS_DIR)) update();
  const watcher = config.WATCH_CORPUS
    ? await watchFolder(config.CORPUS_DIR, { pollMs, onChange: update })
    : null;
  return {
    async read(file, signal = new AbortController().signal) {
      // A bad name needs no process to be seen.
      nameReportFile(file.name, endingsRead);
      const limits = { ...unheard, signal, limitMs: readingLimitMs };
      const reading = lastReading.then(() => runChange(config, { kind: 'read', file }, limits));
      lastReading = reading.catch(() => undefined);
      return reading;
    },
    add: (file, { report, confirmed }) =>
      queue.add({ kind: 'add', report }, (options) =>
        runChange(config, { kind: 'add', file, confirmed }, options),
      ),
    remove: (report) =>
      queue.add({ kind: 'remove', report }, (options) =>
        runChange(config, { kind: 'remove', report }, options),
      ),
    job: (id) => queue.find(id),
    async close() {
      watcher?.close();
      await queue.close();
    },
  };
}

const unheard = { onProgress: () => undefined, onNotice: () => undefined };

function linesOf({ kind, report, state, notices, problem }: Job): string[] {
  if (problem?.code === 'interrupted') return notices;
  const about =
    kind === 'update' ? 'The changed folder' : `${kind === 'add' ? 'Adding' : 'Removing'} ${report}`;
  return [...notices, ...(state === 'failed' && problem ? [`${about}: ${problem.message}`] : [])];
}
