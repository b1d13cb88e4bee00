import type { StoredReport } from '../index/paragraph-store.ts';
import type { Quoted } from './compose-answer.ts';
import { dateInWords, mainDate } from './report-date.ts';

const dateOf = ({ metadata }: StoredReport) => mainDate(metadata.dates) ?? '';

/** For a question about how things stand: the newest report of each authority first, then its older ones. */
export function newestFirst(quoted: readonly Quoted[]): Quoted[] {
  const authorities = [...new Set(quoted.map(({ report }) => report.metadata.authority))];
  return quoted.toSorted(
    (a, b) =>
      authorities.indexOf(a.report.metadata.authority) - authorities.indexOf(b.report.metadata.authority) ||
      dateOf(b.report).localeCompare(dateOf(a.report)),
  );
}

/**
 * What is said of a report's age beside its date, for a question about how things stand: that it is the newest held of its
 * authority, or that a newer one is held of which nothing is quoted. Null where its authority has no other in `scope`.
 */
export function ageInWords(
  report: StoredReport,
  quoted: readonly Quoted[],
  scope: readonly StoredReport[],
): string | null {
  const { authority } = report.metadata;
  const theirs = scope.filter(({ metadata }) => authority !== null && metadata.authority === authority);
  const dates = new Set(theirs.map(dateOf));
  if (dates.size < 2) return null;
  const newest = theirs.reduce((a, b) => (dateOf(b) > dateOf(a) ? b : a));
  if (dateOf(report) === dateOf(newest)) return 'the newest held';
  if (quoted.some((one) => one.report.id === newest.id)) return null;
  return `a newer one is held, of ${dateInWords(newest.metadata.dates)}`;
}
