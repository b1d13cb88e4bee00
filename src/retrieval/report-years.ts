import type { ReportDates } from '../reports/report.ts';

/** Every calendar year that a report's dates touch, without repeats. */
export function reportYears(dates: ReportDates): number[] {
  const days = [dates.inspected?.from, dates.inspected?.to, dates.published, dates.considered];
  const years = days.flatMap((day) => (day ? [Number(day.slice(0, 4))] : []));
  return [...new Set(years)].filter((year) => Number.isInteger(year));
}

/** Whether any date of the report lies in the inclusive span of years; a report without dates lies in none. */
export function inYears(dates: ReportDates, from?: number, to?: number): boolean {
  if (from === undefined && to === undefined) return true;
  return reportYears(dates).some((year) => year >= (from ?? year) && year <= (to ?? year));
}
