import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { readCorpus } from '../../../src/adapters/corpus-folder.ts';
import { splitReport } from '../../../src/paragraphs/split-report.ts';
import { printReport } from '../../formats/docx-print-report.ts';
import { printPage } from '../../formats/html-print-report.ts';
import { madeUpReport } from '../../paragraphs/made-up/made-up-report.ts';
import { reportsOf } from '../../reports-of.ts';

/** A file that can be read. */
export interface SoundFile {
  ending: string;
  bytes: Uint8Array;
}

const madeUpFiles = 40;
const root = new URL('../../..', import.meta.url).pathname;

/** Files of every format: the five reports in each that they are or can be printed in, recorded PDF files, made-up reports. */
export async function gatherSoundFiles(seed: number): Promise<SoundFile[]> {
  const corpus = await readCorpus(join(root, 'corpus'));
  const files: SoundFile[] = [...readRecordings(), { ending: 'rst', bytes: encode(marked) }];
  for await (const report of reportsOf(corpus)) {
    const split = await splitReport(report);
    files.push({ ending: 'docx', bytes: printReport(split, 'automatic') });
    files.push({ ending: 'html', bytes: encode(printPage(split, { columns: 1, numbers: 'list' })) });
  }
  for (const { file, bytes } of corpus.files) {
    files.push({ ending: file.slice(file.lastIndexOf('.') + 1), bytes });
    files.push({ ending: 'rst', bytes });
  }
  for (const { plan, bytes } of fc.sample(madeUpReport, { numRuns: madeUpFiles, seed }))
    files.push({ ending: plan.format, bytes });
  return files;
}

function readRecordings(): SoundFile[] {
  const folder = join(root, 'test/recordings/pdf');
  const names = readdirSync(folder).filter((name) => name.endsWith('.pdf'));
  return names.map((name) => ({ ending: 'pdf', bytes: new Uint8Array(readFileSync(join(folder, name))) }));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const marked = `======
Report
======

.. |name| replace:: the council

Findings
--------

1. First thing that |name| found [1]_ in *every* \`\`office\`\`.

#. Second thing, see \`the page <http://example.org>\`_.

.. [1] A note.

+-------+-------+
| Grade | Place |
+=======+=======+
| Good  | Help  |
+-------+-------+

===== =====
Grade Place
===== =====
Good  Help
===== =====

.. list-table::
   :header-rows: 1

   * - Grade
     - Place
   * - Good
     - Help
`;
