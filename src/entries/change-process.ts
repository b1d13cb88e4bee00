/**
 * The process in which a server lets the corpus be read and indexed: whatever a file does to it, questions are
 * answered. Takes one order from its parent and ends.
 */
import { availableParallelism, constants, getPriority, setPriority } from 'node:os';
import { formFieldNames } from '../corpus/assert-confirmed.ts';
import type { ChangeOptions } from '../corpus/change-result.ts';
import { AppError } from '../errors.ts';
import { addReports, removeReport } from './change-corpus.ts';
import type { ChangeMessage, ChangeOrder, ChangeResults } from './change-task.ts';
import { readNewFiles } from './read-new-file.ts';
import { updateFromFolder } from './update-from-folder.ts';

/** Added to the priority's number: a third of the time where questions want the same processor. */
const politeness = 5;
const lowest = constants.priority.PRIORITY_LOW;

// Questions come first. Threads that are started later inherit it.
try {
  setPriority(Math.min(lowest, getPriority() + politeness));
} catch {
  // Where it is not allowed, work goes on as it is.
}

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
// Nobody is there any more who could be told what came of it.
process.on('disconnect', () => stop.abort());

function send(message: ChangeMessage): Promise<void> {
  return new Promise((resolve) => {
    if (!process.connected) return resolve();
    process.send?.(message, undefined, undefined, () => resolve());
  });
}

function run({ config, task }: ChangeOrder): Promise<ChangeResults[keyof ChangeResults]> {
  const options: ChangeOptions = {
    signal: stop.signal,
    patient: true,
    threads: Math.max(1, Math.floor(availableParallelism() / 2)),
    onProgress: (progress) => void send({ progress }),
    onNotice: (notice) => void send({ notice }),
  };
  if (task.kind === 'add') {
    return addReports(config, [task.file], { ...options, confirmed: task.confirmed, names: formFieldNames });
  }
  if (task.kind === 'remove') return removeReport(config, task.report, options);
  if (task.kind === 'update') return updateFromFolder(config, options);
  return readNewFiles([task.file], config, stop.signal).then(([reading]) => {
    if (!reading) throw new AppError('internal', 'The file was not read.');
    return reading;
  });
}

function failureOf(error: unknown): ChangeMessage {
  if (error instanceof AppError) return { failure: { code: error.code, message: error.message } };
  return { failure: { code: 'internal', message: String(error) } };
}

process.once('message', async (order: ChangeOrder) => {
  await send(await run(order).then((result) => ({ result }), failureOf));
  process.exit();
});
