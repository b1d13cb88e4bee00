/**
 * Measures every question set against its committed baseline, each over an index of its own corpus:
 * `node test/evals/run-all.ts [--save-baselines] [--unseen] [--only NAME]`. Exits with 1 where a figure got worse.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const evals = import.meta.dirname;

interface QuestionSet {
  name: string;
  corpus: string;
  questions: string;
  /** Set aside: asked only with --unseen. */
  unseen?: boolean;
}

const fiveReports = join(root, 'corpus');
const madeUp = (county: string): QuestionSet => ({
  name: `made-up-${county}`,
  corpus: join(evals, 'made-up', county),
  questions: join('made-up', county, 'questions.jsonl'),
});
const sets: QuestionSet[] = [
  { name: 'questions', corpus: fiveReports, questions: 'questions.jsonl' },
  { name: 'councils-seen', corpus: fiveReports, questions: 'councils-seen.jsonl' },
  { name: 'councils-unseen', corpus: fiveReports, questions: 'councils-unseen.jsonl', unseen: true },
  ...['north', 'east', 'south', 'west'].map(madeUp),
];

const { values: options } = parseArgs({
  options: {
    'save-baselines': { type: 'boolean' },
    unseen: { type: 'boolean' },
    only: { type: 'string' },
  },
});

/** Runs the command line and gives its exit code. */
function pincite(args: readonly string[], environment: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, [join(root, 'src/entries/cli.ts'), ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

async function measure({ name, corpus, questions }: QuestionSet, work: string): Promise<boolean> {
  process.stdout.write(`\n## ${name}\n`);
  const environment = { CORPUS_DIR: corpus, INDEX_DIR: join(work, name) };
  if ((await pincite(['index'], environment)) !== 0) return false;
  const baseline = join(evals, questions.replace(/\.jsonl$/, '.baseline.json'));
  const compared = options['save-baselines']
    ? ['--baseline', baseline, '--save-baseline']
    : existsSync(baseline)
      ? ['--baseline', baseline]
      : [];
  return (await pincite(['eval', '--questions', join(evals, questions), ...compared], environment)) === 0;
}

const chosen = sets.filter(({ name, unseen }) =>
  options.only ? name.startsWith(options.only) : !unseen || options.unseen,
);
const work = await mkdtemp(join(tmpdir(), 'pincite-eval-'));
try {
  const worse: string[] = [];
  for (const set of chosen) if (!(await measure(set, work))) worse.push(set.name);
  process.stdout.write(worse.length > 0 ? `\nWorse or failed: ${worse.join(', ')}\n` : '\nNo set got worse.\n');
  process.exitCode = chosen.length > 0 && worse.length === 0 ? 0 : 1;
} finally {
  await rm(work, { recursive: true, force: true });
}
