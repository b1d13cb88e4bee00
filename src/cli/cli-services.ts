import type { ConfirmationNames } from '../corpus/assert-confirmed.ts';
import type { AddedReports, ChangeOptions, RemovedReport } from '../corpus/change-result.ts';
import type { Confirmation, FileReading, GivenMetadata, NewFile } from '../corpus/file-reading.ts';
import type { Evaluation } from '../evaluation/evaluation.ts';
import type { Question } from '../evaluation/question-set.ts';
import type { IndexProgress } from '../index/build-generation.ts';
import type { Reading } from '../paragraphs/reading.ts';
import type { Pincite } from '../service/pincite.ts';

type Notify = (notice: string) => void;

export interface IndexRequest {
  /** Builds even if nothing changed. */
  force: boolean;
  /** Leaves out new files that cannot be read, or that may not be public, instead of failing or taking them. */
  leaveOut?: boolean;
  signal: AbortSignal;
  onProgress(progress: IndexProgress): void;
  onNotice: Notify;
}

/** What an indexing run came to. */
export interface IndexSummary {
  generation: string;
  /** False when the index was up to date already. */
  changed: boolean;
  counts: { reports: number; paragraphs: number; sentences: number };
  /** Texts that the model embedded, and texts whose vectors were there already. */
  embedded: number;
  reused: number;
  milliseconds: number;
}

/** How a report was read. */
export interface ReportReading {
  report: string;
  file: string;
  title: string;
  reading: Reading;
}

/** What checking a generation found, file by file; `problem` null when a file is as it was written. */
export interface CheckedGeneration {
  id: string;
  current: boolean;
  good: boolean;
  files: { file: string; bytes: number | null; problem: string | null }[];
  counts: IndexSummary['counts'] | null;
  model: string | null;
  created: string | null;
  /** How its reports were read; null but for the one in use. */
  readings: ReportReading[] | null;
}

export interface OpenService {
  pincite: Pincite;
  close(): Promise<void>;
}

export interface RunningService {
  url: string;
  /** Finishes the requests begun, then lets go of the port. */
  close(): Promise<void>;
}

export interface FoundModel {
  name: string;
  /** Paths. */
  files: string[];
  bytes: number;
  /** Where it was found or fetched: "cache", "MODEL_DIR", a site. */
  source: string;
}

/**
 * Everything that the commands can do, handed in by the entry. Each function reads the settings when it is called, so
 * that help is shown whatever they are; all throw AppError.
 */
export interface CliServices {
  version: string;
  /** Links begin with it: where readers reach the service. */
  baseUrl(): Promise<string>;
  /** Whether failures are shown with their causes. */
  showsCauses(): boolean;
  index(request: IndexRequest): Promise<IndexSummary>;
  open(onNotice: Notify): Promise<OpenService>;
  check(): Promise<CheckedGeneration[]>;
  /** How a report of the index was read, or how a file that is not in it reads. */
  reading(target: string): Promise<ReportReading>;
  serve(onNotice: Notify): Promise<RunningService>;
  /** Fails early where the server that is about to start could not listen. */
  assertCanServe(): Promise<void>;
  locateModel(options: { onNotice: Notify; signal: AbortSignal }): Promise<FoundModel>;
  evaluate(options: {
    questions: readonly Question[];
    signal: AbortSignal;
    onProgress(done: number): void;
    onNotice: Notify;
  }): Promise<Evaluation>;
  /** Files with their bytes; what `reports.json` beside a file says of it counts as given. */
  openFiles(paths: readonly string[], given: GivenMetadata): Promise<NewFile[]>;
  /** Reads files as they would be added; changes nothing. */
  readFiles(files: readonly NewFile[], signal: AbortSignal): Promise<FileReading[]>;
  addReports(
    files: readonly NewFile[],
    options: ChangeOptions & { confirmed: readonly Confirmation[]; names: ConfirmationNames },
  ): Promise<AddedReports>;
  removeReport(report: string, options: ChangeOptions): Promise<RemovedReport>;
  readText(path: string): Promise<string>;
  writeText(path: string, text: string): Promise<void>;
}
