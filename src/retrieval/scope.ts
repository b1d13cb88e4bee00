import { AppError } from '../errors.ts';
import type { StoredReport } from '../index/paragraph-store.ts';
import type { RowRanges } from '../index/vector-index.ts';
import type { Filters } from './passage.ts';
import { inYears } from './report-years.ts';

/**
 * The reports that an asker's filters leave. Throws AppError `invalid_request` for a report or an authority that the
 * corpus does not hold; filters that fit together with no report leave none.
 */
export function filterReports(reports: readonly StoredReport[], filters: Filters): StoredReport[] {
  const wanted = filters.reports?.map((id) => id.toLowerCase());
  for (const id of wanted ?? []) {
    if (!reports.some((report) => report.id.toLowerCase() === id)) {
      throw new AppError(
        'invalid_request',
        `reports: there is no report "${id}"; GET /v1/reports lists those held`,
      );
    }
  }
  const authority = filters.authority?.trim().toLowerCase();
  const isAuthority = ({ metadata }: StoredReport) =>
    [metadata.authority, metadata.authorityShort].some((name) => name?.toLowerCase() === authority);
  if (authority && !reports.some(isAuthority)) {
    throw new AppError(
      'invalid_request',
      `authority: no report here is about "${filters.authority}"; GET /v1/reports lists the authorities`,
    );
  }
  return reports.filter(
    (report) =>
      (!wanted || wanted.includes(report.id.toLowerCase())) &&
      (!authority || isAuthority(report)) &&
      inYears(report.metadata.dates, filters.from, filters.to),
  );
}

/**
 * The rows of these reports' paragraphs or sentences as ascending, disjoint spans; undefined when they are all there
 * are.
 */
export function rowsOfReports(
  reports: readonly StoredReport[],
  all: readonly StoredReport[],
  of: 'rows' | 'sentenceRows',
): RowRanges | undefined {
  if (reports.length === all.length) return undefined;
  const spans = reports.map((report) => report[of]).toSorted((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [from, to] of spans) {
    const last = joined.at(-1);
    if (last && last[1] === from) last[1] = to;
    else joined.push([from, to]);
  }
  return joined;
}
