import { parentPort } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import type { SplitReport } from '../paragraphs/paragraph.ts';
import { splitReport } from '../paragraphs/split-report.ts';
import { readReport } from '../reports/read-report.ts';
import type { Report, ReportMetadata } from '../reports/report.ts';
import { platformReaders } from './platform-readers.ts';

/** A file to be read. */
export interface ReadingWork {
  file: string;
  bytes: Uint8Array;
  metadata?: ReportMetadata | undefined;
}

/** A report read and taken apart. */
export interface TakenApart {
  report: Report;
  split: SplitReport;
}

/** What the thread answers: a report, or why there is none. */
export type ReadingReply = TakenApart | { failure: string };

parentPort?.on('message', async (work: ReadingWork) => {
  parentPort?.postMessage(await takeApart(work).catch((error: unknown) => explain(work.file, error)));
});

async function takeApart(work: ReadingWork): Promise<ReadingReply> {
  const report = await readReport(work, platformReaders);
  return { report, split: await splitReport(report) };
}

function explain(file: string, error: unknown): { failure: string } {
  if (!(error instanceof AppError))
    return { failure: `${file}: cannot be read; save it anew and add it again` };
  return { failure: error.message.includes(file) ? error.message : `${file}: ${error.message}` };
}
