import type { IndexProgress } from '../index/build-generation.ts';
import type { FileReading } from './file-reading.ts';

/** How a change is followed and stopped. */
export interface ChangeOptions {
  onProgress(progress: IndexProgress): void;
  onNotice(notice: string): void;
  signal: AbortSignal;
  /** Threads that embed, so that others get a turn; as many as are useful unless told. */
  threads?: number;
  /** Waits while another process changes the index, as long as it takes, instead of giving up. */
  patient?: boolean;
}

/** What indexing after a change came to. */
export interface ChangedIndex {
  generation: string;
  changed: boolean;
  counts: { reports: number; paragraphs: number; sentences: number };
  /** Texts that the model embedded, and texts whose vectors were there already. */
  embedded: number;
  reused: number;
  milliseconds: number;
  /** Where files were kept that the corpus holds no more. */
  kept: string[];
}

/** Reports that were added. */
export interface AddedReports {
  added: FileReading[];
  index: ChangedIndex;
}

/** A report that was removed. */
export interface RemovedReport {
  report: string;
  /** Where its file is kept, to be added again. */
  kept: string | null;
  index: ChangedIndex;
}
