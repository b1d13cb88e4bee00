import type { Reading } from '../paragraphs/reading.ts';
import type { Restriction } from '../reports/find-restrictions.ts';
import type { ReportDates, ReportMetadata } from '../reports/report.ts';

/** What somebody says about a report; what is left out is read off it, or is as it was. */
export type GivenMetadata = Partial<Omit<ReportMetadata, 'dates'>> & { dates?: ReportDates };

/** A file that is to become a report. */
export interface NewFile {
  /** As it was named where it comes from. */
  name: string;
  bytes: Uint8Array;
  given: GivenMetadata;
}

/**
 * What has to be confirmed before a file is added: `flags` wording, `replace` a report held, `duplicate` content held.
 */
export const confirmations = ['flags', 'replace', 'duplicate'] as const;
export type Confirmation = (typeof confirmations)[number];

/** What was read off a file, for somebody to look at before it is added. */
export interface FileReading {
  /** The id that the report would have. */
  report: string;
  /** The name that the file would have in the corpus. */
  file: string;
  edition: string;
  metadata: ReportMetadata;
  reading: Reading;
  words: number;
  flags: Restriction[];
  /** The edition that this one would take the place of. */
  supersedes: { edition: string; file: string } | null;
  /** A report of another name that says the same, and how much of this file it holds (0 to 1). */
  duplicateOf: { report: string; title: string; share: number } | null;
  /** This very file is held under this very name, with this metadata: adding it changes nothing. */
  held: boolean;
  /** What has to be confirmed. */
  needs: Confirmation[];
}
