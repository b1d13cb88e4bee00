import type { StoredReport } from '../index/paragraph-store.ts';
import { stemsOf } from '../index/stem-words.ts';
import type { ReportMetadata } from '../reports/report.ts';
import type { KnownAuthority } from './corpus-knowledge.ts';
import { reportYears } from './report-years.ts';

/** How much likelier a report becomes when the question names one of its years, or its kind of document. */
const namedYearFactor = 1.5;
const namedKindFactor = 1.25;

/** What a question says about which reports it means. */
export interface NamedReports {
  text: string;
  authorities: readonly KnownAuthority[];
  years: readonly number[];
  /** It asks for nothing but a paragraph of that number. */
  isLookup: boolean;
}

/**
 * The reports that a question leaves: those of the authorities it names; of those, the ones of the years it names when
 * it only looks a paragraph up, or when it names several years and every authority keeps one; or the one report that it
 * names by year and kind of document.
 */
export function narrowReports(
  reports: readonly StoredReport[],
  named: NamedReports,
): readonly StoredReport[] {
  const { text, authorities, years, isLookup } = named;
  const ids = new Set(authorities.flatMap((authority) => authority.reports));
  const theirs = ids.size > 0 ? reports.filter((report) => ids.has(report.id)) : reports;
  const dated = theirs.filter(({ metadata }) => isDated(metadata, years));
  if (isLookup) return dated.length > 0 ? dated : theirs;
  if (years.length > 1) return countAuthorities(dated) === countAuthorities(theirs) ? dated : theirs;
  const asked = new Set(stemsOf(text));
  for (const names of [namesKind, namesSort]) {
    const both = dated.filter(({ metadata }) => names(metadata, asked));
    if (both.length === 1 && authorities.length <= 1) return both;
  }
  return theirs;
}

/** Reports that a named year or kind of document makes likelier, each with its factor above 1. */
export function preferReports(
  reports: readonly StoredReport[],
  { text, years }: NamedReports,
): Record<string, number> {
  const asked = new Set(stemsOf(text));
  const preferred: Record<string, number> = {};
  for (const { id, metadata } of reports) {
    const byYear = isDated(metadata, years) ? namedYearFactor : 1;
    const factor = byYear * (namesKind(metadata, asked) ? namedKindFactor : 1);
    if (factor > 1) preferred[id] = factor;
  }
  return preferred;
}

function countAuthorities(reports: readonly StoredReport[]): number {
  return new Set(reports.map(({ metadata }) => metadata.authority)).size;
}

function isDated(metadata: ReportMetadata, years: readonly number[]): boolean {
  return reportYears(metadata.dates).some((year) => years.includes(year));
}

/** Whether the question says at least what sort of document it means ("paper"). */
function namesSort(metadata: ReportMetadata, asked: ReadonlySet<string>): boolean {
  const last = stemsOf(metadata.documentKind ?? '').at(-1);
  return last !== undefined && asked.has(last);
}

/** Whether the question names a kind of document: its last word ("paper") and one of those that tell which. */
function namesKind(metadata: ReportMetadata, asked: ReadonlySet<string>): boolean {
  const kind = stemsOf(metadata.documentKind ?? '');
  return namesSort(metadata, asked) && kind.slice(0, -1).some((stem) => asked.has(stem));
}
