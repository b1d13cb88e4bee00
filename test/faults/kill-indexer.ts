import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { listUnfinished, readCurrent } from '../../src/adapters/generation-folder.ts';
import { corpusFolder, firstOutput, lastLine, startIndexing } from './child-processes.ts';
import { askIndex, changeCorpus, type FaultScript, type FaultSummary } from './fault-script.ts';
import { seededRandom } from './seeded-random.ts';

const kills = 50;
// Some strike after the indexer has finished; those do not count.
const mostRounds = 150;
const batchMs = 60;

/** Kills the indexer at random moments; after each kill the last good index answers and the next run completes. */
export const killIndexer: FaultScript = async ({ seed, print }) => {
  const folder = await mkdtemp(join(tmpdir(), 'pincite-kill-'));
  try {
    await cp(corpusFolder, join(folder, 'corpus'), { recursive: true });
    return await killRepeatedly(folder, seededRandom(seed), print);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function killRepeatedly(
  folder: string,
  random: () => number,
  print: (line: string) => void,
): Promise<FaultSummary> {
  const corpusDir = join(folder, 'corpus');
  const indexDir = join(folder, 'index');
  const file = (await readdir(corpusDir)).find((name) => name.endsWith('.txt')) ?? '';
  const summary = { passed: 0, failed: 0 };
  for (let round = 1; summary.passed + summary.failed < kills && round <= mostRounds; round++) {
    await changeCorpus(corpusDir, file, round);
    // Every second time nothing is in the cache, so that some kills strike while texts are embedded.
    if (round % 2 === 0) await removeCache(indexDir);
    const afterMs = Math.round(random() * (round % 2 === 0 ? 600 : 250));
    const outcome = await killOnce({ indexDir, corpusDir, afterMs }).catch((error) => `FAILED: ${error}`);
    if (outcome === 'had finished') continue;
    summary[outcome.startsWith('FAILED') ? 'failed' : 'passed']++;
    print(`  ${summary.passed + summary.failed}: killed after ${afterMs} ms: ${outcome}`);
  }
  if (summary.passed + summary.failed < kills) summary.failed++;
  return summary;
}

async function removeCache(indexDir: string): Promise<void> {
  for (const ending of ['', '-wal', '-shm']) {
    await rm(join(indexDir, `embeddings.sqlite${ending}`), { force: true });
  }
}

/** Gives what happened in words; throws when something was lost. */
async function killOnce(options: { indexDir: string; corpusDir: string; afterMs: number }): Promise<string> {
  const { indexDir, corpusDir } = options;
  const before = await readCurrent(indexDir);
  const child = startIndexing({ indexDir, corpusDir, delayMs: batchMs });
  await firstOutput(child);
  await Promise.race([wait(options.afterMs), child.ended]);
  child.process.kill('SIGKILL');
  if ((await child.ended) === 0) return 'had finished';
  const left = await listUnfinished(indexDir);
  const during =
    before || (await readCurrent(indexDir)) ? await askIndex(indexDir) : 'nothing (no index yet)';
  const next = startIndexing({ indexDir, corpusDir });
  if ((await next.ended) !== 0) throw new Error(`the next run failed: ${lastLine(next)}`);
  const result = JSON.parse(lastLine(next));
  if ((await askIndex(indexDir)) !== result.generation) throw new Error('the new index does not answer');
  if ((await listUnfinished(indexDir)).length > 0) throw new Error('what the kill left is still there');
  const state = left.length > 0 ? 'mid-build' : 'outside a build';
  const kept = during === before?.id ? 'the one before answered' : `${during} answered`;
  return `${state}; ${kept}; the next run embedded ${result.embedded} and reused ${result.reused}`;
}
