/** Prints how far readings are believed, of documents as they are and wrecked: node bench/reading-confidence.ts FOLDER… */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { platformReaders } from '../src/adapters/platform-readers.ts';
import { leastConfidence } from '../src/paragraphs/judge-reading.ts';
import { splitReport } from '../src/paragraphs/split-report.ts';
import { readReport } from '../src/reports/read-report.ts';
import { misread, type Wreck, wrecks } from '../test/paragraphs/wreck-report.ts';

const seeds = [1, 2, 3];
const milder: Record<string, Wreck> = {
  'one letter in fifty misread': (text, seed) => misread(text, seed, 0.02),
  'one letter in twenty misread': (text, seed) => misread(text, seed, 0.05),
};

async function confidenceOf(file: string, bytes: Uint8Array): Promise<number> {
  return (await splitReport(await readReport({ file, bytes }, platformReaders))).reading.confidence;
}

/** How often a document as it is comes out above a wrecked one; a tie counts half. */
function areaUnderCurve(good: readonly number[], bad: readonly number[]): number {
  const wins = good.flatMap((high) => bad.map((low) => (high > low ? 1 : high === low ? 0.5 : 0)));
  return wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
}

function row(name: string, values: readonly number[], area = ''): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => (sorted[Math.round((sorted.length - 1) * share)] ?? 0).toFixed(2);
  const low = sorted.filter((value) => value < leastConfidence).length;
  return `| ${name} | ${sorted.length} | ${at(0)} | ${at(0.5)} | ${at(1)} | ${low} | ${area} |`;
}

const good: number[] = [];
const bad = new Map<string, number[]>();
for (const folder of process.argv.slice(2)) {
  const files = (await readdir(folder)).filter(
    (name) => /\.(?:txt|md|rst|html)$/.test(name) && name !== 'README.md',
  );
  for (const file of files) {
    const text = await readFile(join(folder, file), 'utf8');
    const bytes = new TextEncoder().encode(text);
    good.push(await confidenceOf(file, bytes));
    for (const [name, wreck] of Object.entries({ ...wrecks, ...milder })) {
      for (const ruined of new Set(seeds.map((seed) => wreck(text, seed)))) {
        // What has no numbers cannot lose any.
        if (ruined === text) continue;
        const confidence = await confidenceOf(file, new TextEncoder().encode(ruined));
        bad.set(name, [...(bad.get(name) ?? []), confidence]);
      }
    }
  }
}
const all = [...bad].filter(([name]) => name in wrecks).flatMap(([, values]) => values);
const table = [
  '| documents | n | lowest | median | highest | marked | AUC |\n|---|---|---|---|---|---|---|',
  row('as they are', good),
  ...[...bad].map(([name, values]) => row(name, values, areaUnderCurve(good, values).toFixed(3))),
  row('all wrecked but the mild ones', all, areaUnderCurve(good, all).toFixed(3)),
];
process.stdout.write(`${table.join('\n')}\n`);
