import type { ErrorCode } from '../errors.ts';
import type { IndexProgress } from '../index/build-generation.ts';
import type { AddedReports, RemovedReport } from './change-result.ts';
import type { Confirmation, FileReading, NewFile } from './file-reading.ts';

/** A change of the corpus that goes on while questions are answered. */
export interface Job {
  id: string;
  kind: 'add' | 'remove' | 'update';
  /** The report that it is about; null where it is about the whole folder. */
  report: string | null;
  state: 'queued' | 'running' | 'done' | 'failed';
  created: string;
  finished: string | null;
  progress: IndexProgress | null;
  /** What an operator should know of it. */
  notices: string[];
  result: AddedReports | RemovedReport | null;
  problem: { code: ErrorCode; message: string } | null;
}

/** What doors can ask to be changed. Methods throw AppError (`report_refused`, `not_found` …). */
export interface ReportChanges {
  /** Reads a file as it would be added; changes nothing. */
  read(file: NewFile, signal?: AbortSignal): Promise<FileReading>;
  /** Adds a file once the changes before it are done. */
  add(file: NewFile, options: { report: string; confirmed: readonly Confirmation[] }): Job;
  remove(report: string): Job;
  /** Null when it was never there, or is too long ago. */
  job(id: string): Job | null;
}
