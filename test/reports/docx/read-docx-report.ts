import type { Paragraph, SplitReport } from '../../../src/paragraphs/paragraph.ts';
import { splitReport } from '../../../src/paragraphs/split-report.ts';
import { readDocx } from '../../../src/reports/docx/read-docx.ts';
import { inferMetadata } from '../../../src/reports/infer-metadata.ts';
import { type DocxContent, writeDocx } from './write-docx.ts';

/** The printed lines of a document, without the empty ones between its paragraphs. */
export function printedLines(content: DocxContent): string[] {
  return readDocx(writeDocx(content))
    .map((line) => line.text)
    .filter((text) => text !== '');
}

/** Splits the report that a Word file holds. */
export function splitDocx(bytes: Uint8Array): Promise<SplitReport> {
  const lines = readDocx(bytes);
  const metadata = inferMetadata('sample', lines);
  return splitReport({
    id: 'sample',
    edition: '000000000000',
    file: 'sample.docx',
    metadata,
    notices: [],
    lines,
  });
}

/** The numbers and texts of numbered paragraphs. */
export function numberedOf(split: SplitReport): (readonly [string | null, string])[] {
  return split.paragraphs.filter(isNumbered).map(({ number, text }) => [number, text] as const);
}

function isNumbered({ form }: Paragraph): boolean {
  return form === 'numbered';
}
