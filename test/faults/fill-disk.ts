import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, statfs, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { corpusFolder, lastLine, startIndexing } from './child-processes.ts';
import { askIndex, changeCorpus, type FaultScript, type FaultSummary } from './fault-script.ts';
import { seededRandom } from './seeded-random.ts';

const diskBytes = 12_000_000;
const cases = 16;

/**
 * Indexes on a disk of a few megabytes with less and less room left. Each time the indexer says that the disk is full,
 * the index that was there answers, and once there is room again the next run completes.
 */
export const fillDisk: FaultScript = async ({ seed, print }) => {
  const folder = await mkdtemp(join(tmpdir(), 'pincite-disk-'));
  const disk = join(folder, 'disk');
  await mkdir(disk);
  const problem = mount(disk);
  try {
    if (problem)
      return { passed: 0, failed: 0, skipped: `skipped: no small disk can be mounted (${problem})` };
    return await fillRepeatedly({
      disk,
      corpusDir: join(folder, 'corpus'),
      random: seededRandom(seed),
      print,
    });
  } finally {
    if (!problem) execFileSync('umount', [disk]);
    await rm(folder, { recursive: true, force: true });
  }
};

function mount(disk: string): string | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskBytes}`, 'tmpfs', disk], { stdio: 'pipe' });
    return null;
  } catch (error) {
    return error instanceof Error
      ? (error.message.trim().split('\n').at(-1) ?? 'no reason given')
      : String(error);
  }
}

async function fillRepeatedly(options: {
  disk: string;
  corpusDir: string;
  random: () => number;
  print: (line: string) => void;
}): Promise<FaultSummary> {
  const { disk, corpusDir, random, print } = options;
  const indexDir = join(disk, 'index');
  await cp(corpusFolder, corpusDir, { recursive: true });
  const file = (await readdir(corpusDir)).find((name) => name.endsWith('.txt')) ?? '';
  const first = startIndexing({ indexDir, corpusDir });
  if ((await first.ended) !== 0) throw new Error(`indexing with room enough failed: ${first.output()}`);
  const summary = { passed: 0, failed: 0 };
  for (let round = 0; round < cases; round++) {
    await changeCorpus(corpusDir, file, round);
    const roomBytes = round === 0 ? 0 : Math.round(random() * 2_500_000);
    const outcome = await fillOnce({ disk, indexDir, corpusDir, roomBytes }).catch(
      (error) => `FAILED: ${error}`,
    );
    summary[outcome.startsWith('FAILED') ? 'failed' : 'passed']++;
    print(`  ${round + 1}: ${roomBytes} bytes left: ${outcome}`);
  }
  return summary;
}

async function fillOnce(options: {
  disk: string;
  indexDir: string;
  corpusDir: string;
  roomBytes: number;
}): Promise<string> {
  const { disk, indexDir, corpusDir, roomBytes } = options;
  const before = await askIndex(indexDir);
  const filler = join(disk, 'filler');
  const { bavail, bsize } = await statfs(disk);
  await writeFile(filler, new Uint8Array(Math.max(0, bavail * bsize - roomBytes)));
  const child = startIndexing({ indexDir, corpusDir });
  const ending = await child.ended;
  const result = JSON.parse(lastLine(child));
  const during = await askIndex(indexDir);
  await rm(filler);
  if (ending === 0) {
    if (during !== result.generation) throw new Error('the new index does not answer');
    return 'there was room enough; the new index answered';
  }
  if (result.code !== 'disk_full') throw new Error(`ended with ${result.code}: ${result.message}`);
  if (during !== before) throw new Error(`${during} answered instead of ${before}`);
  const next = startIndexing({ indexDir, corpusDir });
  if ((await next.ended) !== 0) throw new Error(`the next run failed: ${lastLine(next)}`);
  return 'disk_full; the one before answered; with room again the next run completed';
}
