import type { IndexedReport } from '../../src/index/write-paragraphs.ts';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { splitSentences } from '../../src/paragraphs/split-sentences.ts';
import { readReport } from '../../src/reports/read-report.ts';

const text = `# Inspection of the harbour

Published May 2014

## Findings

1. The harbour has six cranes. Two cranes were out of use in February 2014.

2. Staff told inspectors that training on the lifting gear takes place twice a year.

3. The harbour master should publish the tide tables each month.
`;

/** A short report about a harbour that never was, read and split as any other. */
export async function madeUpReport(): Promise<IndexedReport> {
  const metadata = {
    ...{ title: 'Inspection of the harbour', authority: 'Harbour Council', authorityShort: 'Harbour' },
    ...{ publisher: null, documentKind: 'inspection report', source: null, licence: null },
    dates: { published: '2014-05' },
  };
  const bytes = new TextEncoder().encode(text);
  const report = await readReport({ file: 'harbour-2014.md', bytes, metadata });
  const split = await splitReport(report);
  const sentences = split.paragraphs.map((paragraph) => splitSentences(paragraph.text, paragraph.form));
  return { report, split, sentences };
}
