/** How many made-up reports are read back exactly: `node test/paragraphs/made-up/measure.ts [reports] [seed]`. */
import * as fc from 'fast-check';
import { madeUpReport } from './made-up-report.ts';
import { readBack } from './read-back.ts';

const reports = Number(process.argv[2] ?? 2_000);
const seed = Number(process.argv[3] ?? 1);
const print = (line: string) => process.stdout.write(`${line}\n`);
const tallies = new Map<string, { exact: number; all: number }>();
const shown = new Map<string, number>();
let exact = 0;
for (const report of fc.sample(madeUpReport, { numRuns: reports, seed })) {
  const differences = await readBack(report);
  if (differences.length === 0) exact++;
  const { format, numbering, slip, setting, pages, width, loose } = report.plan;
  const text = format === 'txt' || format === 'md';
  const layouts = text ? [`setting ${setting}`, `pages ${pages}`, `width ${width}`] : [];
  const spaced = text ? [loose ? 'empty lines' : 'no empty lines'] : [];
  for (const key of [format, numbering, `${format} ${numbering}`, `slip ${slip}`, ...layouts, ...spaced]) {
    const tally = tallies.get(key) ?? { exact: 0, all: 0 };
    tally.all++;
    if (differences.length === 0) tally.exact++;
    tallies.set(key, tally);
  }
  const times = shown.get(`${format} ${numbering}`) ?? 0;
  if (differences.length > 0 && process.env.SHOW && times < Number(process.env.SHOW)) {
    shown.set(`${format} ${numbering}`, times + 1);
    print(
      `${format} ${numbering} ${JSON.stringify({ ...report.plan, sections: undefined })}\n  ${differences.slice(0, 2).join('\n  ').slice(0, 700)}`,
    );
  }
}
for (const [key, tally] of [...tallies].sort()) print(`${key.padEnd(24)} ${tally.exact} of ${tally.all}`);
print(`read back exactly: ${exact} of ${reports} (seed ${seed})`);
