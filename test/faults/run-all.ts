/**
 * The long fault scripts: one line a case, a summary, and an exit code. `node test/faults/run-all.ts [seed]` repeats a
 * run exactly; without a seed the day gives one.
 */
import { fillDisk } from './fill-disk.ts';
import { killAdder } from './kill-adder.ts';
import { killIndexer } from './kill-indexer.ts';

const seed = Number(process.argv[2] ?? new Date().toISOString().slice(0, 10).replaceAll('-', ''));
const print = (line: string) => process.stdout.write(`${line}\n`);

print(`seed ${seed}`);
let failed = 0;
for (const [name, script] of Object.entries({
  'kill -9 while indexing': killIndexer,
  'kill -9 while adding': killAdder,
  'full disk': fillDisk,
})) {
  print(`\n${name}`);
  const begun = performance.now();
  const summary = await script({ seed, print });
  failed += summary.failed;
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1);
  print(
    `${name}: ${summary.skipped ?? `${summary.passed} survived, ${summary.failed} failed`} (${seconds} s)`,
  );
}
process.exitCode = failed === 0 ? 0 : 1;
