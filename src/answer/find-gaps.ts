import type { StoredReport } from '../index/paragraph-store.ts';
import type { QuestionReading } from '../retrieval/question-reading.ts';
import { inYears } from '../retrieval/report-years.ts';
import type { Quoted } from './compose-answer.ts';

/**
 * What was asked and not found where the rest was: an authority among several that nothing is quoted of, and a year among
 * several that no report searched is dated to.
 */
export function findGaps(
  reading: QuestionReading,
  scope: readonly StoredReport[],
  quoted: readonly Quoted[],
): string[] {
  if (quoted.length === 0) return [];
  const silent = reading.authorities.filter(
    (authority) => !quoted.some(({ report }) => report.metadata.authority === authority),
  );
  const unheld = reading.years.filter(
    (year) => !scope.some(({ metadata }) => inYears(metadata.dates, year, year)),
  );
  return [
    ...(reading.authorities.length > 1
      ? silent.map((authority) => `nothing found on this about ${authority}`)
      : []),
    ...(reading.years.length > 1 ? unheld.map((year) => `no report searched is dated ${year}`) : []),
  ];
}
