/**
 * Makes the five reports into PDF, Word files and web pages in every setting, reads them back and compares: one line a
 * rendering and report, a summary, and an exit code. `node test/formats/run-all.ts [words of a rendering's name]
 * [--keep FOLDER]` runs some of them, and keeps what was made.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readCorpus } from '../../src/adapters/corpus-folder.ts';
import { platformReaders } from '../../src/adapters/platform-readers.ts';
import type { SplitReport } from '../../src/paragraphs/paragraph.ts';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { readReport } from '../../src/reports/read-report.ts';
import { reportsOf } from '../reports-of.ts';
import { compareSplits } from './compare-splits.ts';
import { findMissingPrograms } from './find-programs.ts';
import { type Rendering, renderings } from './renderings.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { keep: { type: 'string' } } });
const print = (line: string) => process.stdout.write(`${line}\n`);
const missing = findMissingPrograms();
for (const line of missing) print(line);

if (missing.length > 0) process.exitCode = 1;
else {
  const splits = await readFiveReports();
  const asked = renderings.filter(({ name }) => positionals.every((words) => name.includes(words)));
  const tally = { wanted: 0, whole: 0, differing: 0 };
  for (const rendering of asked) await check(rendering, splits, tally);
  print(`numbered paragraphs whole: ${tally.whole} of ${tally.wanted} in ${asked.length} renderings`);
  process.exitCode = tally.differing === 0 && asked.length > 0 ? 0 : 1;
}

async function readFiveReports(): Promise<Map<string, SplitReport>> {
  const splits = new Map<string, SplitReport>();
  const corpus = new URL('../../corpus/', import.meta.url).pathname;
  for await (const report of reportsOf(await readCorpus(corpus)))
    splits.set(report.id, await splitReport(report));
  return splits;
}

async function check(
  { name, ending, make }: Rendering,
  splits: ReadonlyMap<string, SplitReport>,
  tally: { wanted: number; whole: number; differing: number },
): Promise<void> {
  print(`\n${name}`);
  for (const [id, bytes] of await make(splits)) {
    const file = `${id}.${ending}`;
    if (values.keep) {
      const folder = join(values.keep, name.replaceAll(/[ ,]+/g, '-'));
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, file), bytes);
    }
    const wanted = splits.get(id);
    const found = await splitReport(await readReport({ file, bytes }, platformReaders));
    if (!wanted) continue;
    const result = compareSplits(wanted, found);
    tally.wanted += result.wanted;
    tally.whole += result.whole;
    tally.differing += result.differences.length;
    const words = `words ${result.wordsKept} of ${result.words}`;
    print(`  ${id.padEnd(22)} numbered ${result.whole} of ${result.wanted}, ${words}`);
    for (const line of result.differences) print(`    ${line}`);
  }
}
