import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseConfig } from '../src/config.ts';
import { buildEmbedder } from '../src/entries/build-embedder.ts';
import { indexCorpus } from '../src/entries/index-corpus.ts';
import { version } from '../src/entries/version.ts';
import { parseQuestions } from '../src/evaluation/question-set.ts';
import type { Embedder } from '../src/index/embedder.ts';
import { measureAdding } from './adding-latency.ts';
import { measureAnswerLatency } from './answer-latency.ts';
import { measureColdStart } from './cold-start.ts';
import { measureIndexing } from './index-time.ts';
import { type Measurement, toMarkdown } from './measurement.ts';
import { measureReaderLatency } from './reader-latency.ts';
import { readRealSentences } from './real-sentences.ts';
import { buildSyntheticIndex } from './synthetic-index.ts';

const help = `npm run bench -- [options]
  --only PART     one of: answers, reader, synthetic, indexing, adding, cold-start; repeat for more
  --quick         fewer rounds, 10,000 synthetic paragraphs only
  --corpus DIR    measure indexing of this corpus too
  --work DIR      keep the synthetic indexes here and use them again (building 100,000 paragraphs takes minutes)
  --save FILE     write the table there, too`;

const parts = ['answers', 'reader', 'synthetic', 'indexing', 'adding', 'cold-start'];
const sizes = [10_000, 100_000];
const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    quick: { type: 'boolean', default: false },
    corpus: { type: 'string' },
    work: { type: 'string' },
    save: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function wants(part: string): boolean {
  return options.only === undefined || options.only.includes(part);
}

interface Bench {
  embedder: Embedder;
  /** For what is thrown away afterwards. */
  scratch: string;
  /** The index of the five reports. */
  indexDir: string;
  questions: string[];
}

async function measureAll(bench: Bench): Promise<Measurement[]> {
  const { embedder, scratch, indexDir, questions } = bench;
  const measurements: Measurement[] = [];
  const stateDir = join(scratch, 'state');
  const corpusDir = parseConfig({}).CORPUS_DIR;
  const rounds = options.quick ? 2 : 5;
  if (wants('answers')) {
    say('Answers over the five reports …');
    measurements.push(
      await measureAnswerLatency({ name: 'five reports', indexDir, stateDir, questions, rounds, embedder }),
    );
  }
  if (wants('reader')) {
    say('Answers with the trained reader …');
    const some = questions.filter((_, place) => place % 3 === 0);
    measurements.push(await measureReaderLatency({ indexDir, stateDir, questions: some, rounds, embedder }));
  }
  if (wants('synthetic')) {
    for (const paragraphs of options.quick ? sizes.slice(0, 1) : sizes) {
      measurements.push(await measureSynthetic(paragraphs, bench, { stateDir, rounds }));
    }
  }
  if (wants('indexing')) {
    const runs = options.quick ? 1 : 3;
    for (const dir of [corpusDir, ...(options.corpus ? [options.corpus] : [])]) {
      say(`Indexing ${dir} …`);
      const name = dir === corpusDir ? 'five reports' : basename(dir);
      const workDir = await mkdtemp(join(scratch, 'indexing-'));
      measurements.push(await measureIndexing({ name, corpusDir: dir, workDir, runs, embedder }));
    }
  }
  if (wants('adding')) {
    const pages = options.quick ? 20 : 100;
    say(`Adding ${pages} pages …`);
    measurements.push(await measureAdding({ corpusDir, indexDir, scratch, questions, pages }));
  }
  if (wants('cold-start')) {
    say('Cold starts …');
    const question = questions[0] ?? '';
    measurements.push(await measureColdStart({ indexDir, stateDir, question, runs: options.quick ? 2 : 5 }));
  }
  return measurements;
}

async function measureSynthetic(
  paragraphs: number,
  { embedder, scratch, indexDir, questions }: Bench,
  { stateDir, rounds }: { stateDir: string; rounds: number },
): Promise<Measurement> {
  const name = `${paragraphs.toLocaleString('en-GB')} synthetic paragraphs`;
  const synthetic = join(options.work ?? scratch, `synthetic-${paragraphs}`);
  const begun = performance.now();
  say(`${name}: building or opening …`);
  await buildSyntheticIndex({
    ...{ indexDir: synthetic, paragraphs, model: embedder.model },
    real: await readRealSentences(indexDir),
    onProgress: createStageReport(),
  });
  say(`${name}: there after ${((performance.now() - begun) / 1000).toFixed(0)} s; measuring …`);
  return measureAnswerLatency({ name, indexDir: synthetic, stateDir, questions, rounds, embedder });
}

/** One line a stage. */
function createStageReport(): (progress: { stage: string }) => void {
  let last = '';
  return ({ stage }) => {
    if (stage !== last) say(`  ${stage}`);
    last = stage;
  };
}

async function main(): Promise<void> {
  if (options.help) return void process.stdout.write(`${help}\n`);
  const unknown = options.only?.find((part) => !parts.includes(part));
  if (unknown) throw new Error(`--only ${unknown} is none of: ${parts.join(', ')}`);
  const scratch = await mkdtemp(join(tmpdir(), 'pincite-bench-'));
  const { embedder } = await buildEmbedder(parseConfig(process.env), { onNotice: say });
  if (!embedder) throw new Error('There is no embedding model; get it with: npx pincite model');
  try {
    const indexDir = join(scratch, 'five-reports');
    const file = new URL('../test/evals/questions.jsonl', import.meta.url);
    const questions = parseQuestions(await readFile(file, 'utf8'), 'test/evals/questions.jsonl')
      .filter(({ gold, history }) => gold.length > 0 && history.length === 0)
      .map(({ question }) => question);
    say('Indexing the five reports …');
    await indexCorpus({ corpusDir: parseConfig({}).CORPUS_DIR, indexDir, embedder, version });
    const measurements = await measureAll({ embedder, scratch, indexDir, questions });
    await print(measurements);
  } finally {
    await embedder.close();
    await rm(scratch, { recursive: true, force: true });
  }
}

async function print(measurements: readonly Measurement[]): Promise<void> {
  const load = loadavg()[0]?.toFixed(1);
  const machine = `Pincite ${version}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load ${load}.`;
  const table = `${machine} Times are p50 / p95 where there are two.\n\n${toMarkdown(measurements)}\n`;
  process.stdout.write(table);
  if (options.save) await writeFile(options.save, table);
  if (measurements.some(({ within }) => !within)) process.exitCode = 1;
}

await main();
