/**
 * Changes sound files at random and reads them as added files are read: `npm run fuzz -- [--minutes 10] [--seed N]
 * [--keep FOLDER]`. Fails on a reader that ends its thread, forgets to say what is wrong or is still at work when its time
 * is over, and keeps the file. Those that were stopped at the limit, as they should be, are counted and kept too.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ReadingThread, readingLimits } from '../../../src/adapters/reading-thread.ts';
import { AppError } from '../../../src/errors.ts';
import { seededRandom } from '../seeded-random.ts';
import { mutateFile } from './mutate-file.ts';
import { gatherSoundFiles } from './sound-files.ts';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: new Date().toISOString().slice(0, 10).replaceAll('-', '') },
    keep: { type: 'string', default: join(tmpdir(), 'pincite-fuzz') },
  },
});
const seed = Number(values.seed);
const print = (line: string) => process.stdout.write(`${line}\n`);
/** What is said where nobody knew what to say. */
const vague =
  /: cannot be read; save it anew and add it again$|its thread ended|: is damaged and cannot be read; save it anew/;

/** How late a refusal for time may come: a thread is ended, its memory given back. */
const latestMs = readingLimits.timeoutMs + 10_000;

const files = await gatherSoundFiles(seed);
const random = seededRandom(seed);
const draw = (bound: number) => Math.floor(random() * bound);
const thread = new ReadingThread();
const tally = { files: 0, read: 0, refused: 0, stopped: 0, failed: 0 };
const byEnding = new Map<string, number>();
let slowest = { ms: 0, what: '' };
print(
  `seed ${seed}: ${files.length} sound files, ${values.minutes} minutes, ${readingLimits.timeoutMs / 1000} s a file`,
);
const end = performance.now() + Number(values.minutes) * 60_000;
while (performance.now() < end) {
  const { ending, bytes, changes } = mutateFile(files, draw);
  const what = `${ending}, ${bytes.length} bytes, ${changes.join(', ')}`;
  const file = `file-${tally.files++}.${ending}`;
  byEnding.set(ending, (byEnding.get(ending) ?? 0) + 1);
  const begun = performance.now();
  const problem = await thread.read({ file, bytes }).then(
    () => null,
    (error: unknown) => error,
  );
  const ms = performance.now() - begun;
  if (ms > slowest.ms) slowest = { ms, what };
  const fault = ms > latestMs ? 'over the time limit' : problem && findFault(file, problem);
  const stopped = problem instanceof AppError && problem.message.includes('takes longer than');
  if (fault) tally.failed++;
  else if (stopped) tally.stopped++;
  else if (problem) tally.refused++;
  else tally.read++;
  if (!fault && !stopped) continue;
  await mkdir(values.keep, { recursive: true });
  await writeFile(join(values.keep, `${seed}-${file}`), bytes);
  print(`${fault || 'stopped at the limit'}: ${what}; kept as ${join(values.keep, `${seed}-${file}`)}`);
}
await thread.close();
print(`${tally.files} files (${[...byEnding].map(([ending, count]) => `${ending} ${count}`).join(', ')})`);
print(
  `${tally.read} read, ${tally.refused} refused with a message, ${tally.stopped} stopped at the limit, ${tally.failed} failed`,
);
print(`slowest: ${(slowest.ms / 1000).toFixed(1)} s (${slowest.what})`);
process.exitCode = tally.failed === 0 ? 0 : 1;

/** Why a refusal will not do, or null. */
function findFault(file: string, problem: unknown): string | null {
  if (!(problem instanceof AppError) || problem.code !== 'corpus_invalid')
    return `no clear failure (${String(problem)})`;
  if (!problem.message.startsWith(`${file}: `) || problem.message.length > 500)
    return `an odd message (${problem.message})`;
  return vague.test(problem.message) ? `a vague message (${problem.message})` : null;
}
