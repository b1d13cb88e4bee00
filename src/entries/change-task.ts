import type { Config } from '../config.ts';
import type { AddedReports, RemovedReport } from '../corpus/change-result.ts';
import type { Confirmation, FileReading, NewFile } from '../corpus/file-reading.ts';
import type { ErrorCode } from '../errors.ts';
import type { IndexProgress } from '../index/build-generation.ts';

/** Work on the corpus that a server hands to a process of its own. */
export type ChangeTask =
  | { kind: 'read'; file: NewFile }
  | { kind: 'add'; file: NewFile; confirmed: readonly Confirmation[] }
  | { kind: 'remove'; report: string }
  | { kind: 'update' };

/** What each task gives. */
export interface ChangeResults {
  read: FileReading;
  add: AddedReports;
  remove: RemovedReport;
  /** Whether the index changed. */
  update: boolean;
}

/** What the process is sent. */
export interface ChangeOrder {
  config: Config;
  task: ChangeTask;
}

/** What the process sends back; a result or a failure comes last. */
export type ChangeMessage =
  | { progress: IndexProgress }
  | { notice: string }
  | { result: ChangeResults[keyof ChangeResults] }
  | { failure: { code: ErrorCode; message: string } };
