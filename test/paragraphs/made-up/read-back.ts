import { splitReport } from '../../../src/paragraphs/split-report.ts';
import { readReport } from '../../../src/reports/read-report.ts';
import type { MadeUpReport } from './made-up-report.ts';

const bare = (text: string) => text.replace(/\s+/g, ' ');

/** What of a made-up report does not come back as it was printed: a sentence each, none when all does. */
export async function readBack({
  file,
  bytes,
  numbered,
  unnumbered,
  headings,
}: MadeUpReport): Promise<string[]> {
  const split = await splitReport(await readReport({ file, bytes }));
  const found = split.paragraphs.filter(({ form }) => form === 'numbered');
  const differences: string[] = [];
  const numbers = found.map(({ number }) => number).join(' ');
  const printed = numbered.map(({ number }) => number).join(' ');
  if (numbers !== printed) differences.push(`numbers ${numbers} for ${printed}`);
  else {
    for (const [at, { number, text }] of numbered.entries())
      if (bare(found[at]?.text ?? '') !== bare(text))
        differences.push(`text of ${number}: ${JSON.stringify(found[at]?.text)} for ${JSON.stringify(text)}`);
  }
  const texts = new Set(split.paragraphs.map(({ text }) => bare(text)));
  for (const text of unnumbered) if (!texts.has(bare(text))) differences.push(`not apart: ${text}`);
  const rest = [...split.headings];
  for (const heading of headings) if (!rest.includes(heading)) differences.push(`no heading: ${heading}`);
  return differences;
}
