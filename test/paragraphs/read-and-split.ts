import type { SplitReport } from '../../src/paragraphs/paragraph.ts';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { readReport } from '../../src/reports/read-report.ts';
import type { ReportMetadata } from '../../src/reports/report.ts';

/** Splits a report given as text. */
export async function readAndSplit(
  source: string,
  file = 'sample.txt',
  metadata?: ReportMetadata,
): Promise<SplitReport> {
  return splitReport(await readReport({ file, bytes: new TextEncoder().encode(source), metadata }));
}
