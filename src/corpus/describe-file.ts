import { AppError } from '../errors.ts';
import type { Paragraph, SplitReport } from '../paragraphs/paragraph.ts';
import { shortenAuthority } from '../reports/find-bodies.ts';
import { findRestrictions } from '../reports/find-restrictions.ts';
import { readMetadata } from '../reports/read-metadata.ts';
import type { Report, ReportMetadata } from '../reports/report.ts';
import type { Confirmation, FileReading, GivenMetadata } from './file-reading.ts';

/** A report that is held already. */
export interface HeldReport {
  id: string;
  edition: string;
  file: string;
  metadata: ReportMetadata | null;
  /** Hashes of its paragraphs; empty where they are not known. */
  hashes: ReadonlySet<string>;
}

const sameShare = 0.9;
const fewestParagraphs = 3;

/** What somebody is shown of a file before it is added. Throws AppError `report_refused` for one without any text. */
export function describeFile(
  { report, split }: { report: Report; split: SplitReport },
  held: readonly HeldReport[],
): FileReading {
  const { paragraphs, reading } = split;
  if (paragraphs.length === 0) {
    const message = `${report.file}: holds no text to cite (it is empty, a scan, or pictures alone); add a version with text`;
    throw new AppError('report_refused', message);
  }
  const before = held.find(({ id }) => id.toLowerCase() === report.id.toLowerCase()) ?? null;
  const isSame = before?.edition === report.edition && before.file === report.file;
  const duplicateOf = isSame ? null : findDuplicate(report, paragraphs, held);
  const flags = findRestrictions(report.lines);
  const replaces = before !== null && !isSame;
  const needs: Confirmation[] = [
    ...(flags.length > 0 && !isSame ? (['flags'] as const) : []),
    ...(replaces ? (['replace'] as const) : []),
    ...(duplicateOf ? (['duplicate'] as const) : []),
  ];
  return {
    ...{ report: report.id, file: report.file, edition: report.edition, metadata: report.metadata, reading },
    words: paragraphs.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0),
    flags,
    supersedes: replaces ? { edition: before.edition, file: before.file } : null,
    duplicateOf,
    held: isSame && sameFields(before.metadata, report.metadata),
    needs,
  };
}

/** What is given comes first, then what was confirmed of the edition before, then what the document itself says. */
export function mergeMetadata(
  report: Pick<Report, 'id' | 'lines'>,
  before: ReportMetadata | null,
  given: GivenMetadata,
): ReportMetadata {
  const read = readMetadata(report.id, report.lines);
  const { dates, ...fields } = given;
  const known = before ? withoutNulls(before) : {};
  const merged = { ...read, ...known, ...fields };
  const short =
    fields.authority && !fields.authorityShort ? { authorityShort: shortenAuthority(fields.authority) } : {};
  return { ...merged, ...short, dates: { ...read.dates, ...before?.dates, ...dates } };
}

function withoutNulls(metadata: ReportMetadata): Partial<ReportMetadata> {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== null));
}

function findDuplicate(
  { id, edition }: Report,
  paragraphs: readonly Paragraph[],
  held: readonly HeldReport[],
): FileReading['duplicateOf'] {
  const others = held.filter((other) => other.id.toLowerCase() !== id.toLowerCase());
  for (const other of others) {
    const title = other.metadata?.title ?? other.id;
    if (other.edition === edition) return { report: other.id, title, share: 1 };
    const shared = paragraphs.filter(({ hash }) => other.hashes.has(hash)).length / paragraphs.length;
    if (paragraphs.length >= fewestParagraphs && shared >= sameShare) {
      return { report: other.id, title, share: shared };
    }
  }
  return null;
}

function sameFields(one: ReportMetadata | null, other: ReportMetadata): boolean {
  return one !== null && JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
}

/** Dates come in the order in which they were found: that is no difference. */
function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
