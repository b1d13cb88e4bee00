import type { ReportDates, ReportMetadata } from '../reports/report.ts';

const monthFormat = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** The day by which a report is known: of its inspection, else of its consideration, else of its publication. */
export function mainDate(dates: ReportDates): string | null {
  return dates.inspected?.from ?? dates.considered ?? dates.published ?? null;
}

/** Month and year of a report's main date ("January 2013"), or the year alone where no more is known. */
export function dateInWords(dates: ReportDates): string | null {
  const day = mainDate(dates);
  if (!day) return null;
  return day.length === 4 ? day : monthFormat.format(new Date(`${day.slice(0, 7)}-01T00:00:00Z`));
}

/** How an answer introduces what a report says: "Name, January 2013". */
export function reportInWords(metadata: ReportMetadata): string {
  const name = metadata.authorityShort ?? metadata.title;
  const date = dateInWords(metadata.dates);
  return date ? `${name}, ${date}` : name;
}
