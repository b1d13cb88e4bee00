import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readCorpus } from '../../src/adapters/corpus-folder.ts';
import { isChangeOpen, settleChange } from '../../src/adapters/corpus-journal.ts';
import { readCurrent } from '../../src/adapters/generation-folder.ts';
import { corpusInUse } from '../../src/entries/index-corpus.ts';
import { type Child, corpusFolder, firstOutput, startAdding } from './child-processes.ts';
import { askIndex, changeCorpus, type FaultScript, type FaultSummary } from './fault-script.ts';
import { seededRandom } from './seeded-random.ts';

const kills = 30;
// Some strike after the report was added; those do not count.
const mostRounds = 120;

interface Folders {
  corpusDir: string;
  indexDir: string;
  /** The new edition of a report. */
  file: string;
}

/** Kills a process that adds a report, at random moments; each time the folder is the one that the index was made of. */
export const killAdder: FaultScript = async ({ seed, print }) => {
  const folder = await mkdtemp(join(tmpdir(), 'pincite-add-'));
  try {
    const corpusDir = join(folder, 'corpus');
    await cp(corpusFolder, corpusDir, { recursive: true });
    const name = (await readdir(corpusDir)).find((one) => one.endsWith('.txt')) ?? '';
    await cp(join(corpusDir, name), join(folder, name));
    const folders = { corpusDir, indexDir: join(folder, 'index'), file: join(folder, name) };
    // The first addition makes the index, and its list as additions write it.
    await changeCorpus(folder, name, 0);
    if ((await startAdder(folders).ended) !== 0) throw new Error('the first report could not be added');
    return await killRepeatedly(folders, seededRandom(seed), print);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

function startAdder({ corpusDir, indexDir, file }: Folders): Child {
  return startAdding(file, { EMBEDDER: 'none', CORPUS_DIR: corpusDir, INDEX_DIR: indexDir });
}

async function killRepeatedly(
  folders: Folders,
  random: () => number,
  print: (line: string) => void,
): Promise<FaultSummary> {
  const summary = { passed: 0, failed: 0 };
  for (let round = 1; summary.passed + summary.failed < kills && round <= mostRounds; round++) {
    await writeFile(folders.file, `${await readFile(folders.file, 'utf8')}\nVisit ${round} was on time.\n`);
    const afterMs = Math.round(random() * 1_500);
    const outcome = await killOnce(folders, afterMs).catch((error) => `FAILED: ${error}`);
    if (outcome === 'had finished') continue;
    summary[outcome.startsWith('FAILED') ? 'failed' : 'passed']++;
    print(`  ${summary.passed + summary.failed}: killed after ${afterMs} ms: ${outcome}`);
  }
  if (summary.passed + summary.failed < kills) summary.failed++;
  return summary;
}

/** Gives what happened in words; throws when folder and index came apart. */
async function killOnce(folders: Folders, afterMs: number): Promise<string> {
  const { corpusDir, indexDir } = folders;
  const before = await readCurrent(indexDir);
  const child = startAdder(folders);
  await firstOutput(child);
  await Promise.race([wait(afterMs), child.ended]);
  child.process.kill('SIGKILL');
  if ((await child.ended) === 0) return 'had finished';
  const answered = await askIndex(indexDir);
  const wasOpen = await isChangeOpen(corpusDir);
  await settleChange(corpusDir, () => corpusInUse(indexDir));
  const { corpusSha256 } = await readCorpus(corpusDir);
  if (corpusSha256 !== (await corpusInUse(indexDir))) throw new Error('folder and index came apart');
  const state = wasOpen ? 'the change was begun' : 'the folder was untouched';
  return `${state}; ${answered === before?.id ? 'the old' : 'the new'} index answers, and fits the folder`;
}
