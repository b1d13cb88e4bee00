import { join } from 'node:path';
import { indexCorpus } from '../src/entries/index-corpus.ts';
import { version } from '../src/entries/version.ts';
import type { Embedder } from '../src/index/embedder.ts';
import { inWords, type Measurement, quantile, timedWithProcessor } from './measurement.ts';

const bound = 1.3;
// Indexing contains the embedding, so it cannot be quicker; a little is noise, more means that others used the machine.
const leastPossible = 0.97;
/** Ratios of single runs may lie so far apart before their median says nothing. */
const widestSpread = 0.3;

type Cost = Awaited<ReturnType<typeof timedWithProcessor>>;
// Started threads are part of neither side.
const warmUp = Array.from({ length: 32 }, (_, place) => `Warm-up sentence number ${place}.`);

/** Indexes a corpus into an empty folder, and beside it has the same model embed the same texts and nothing else. */
export async function measureIndexing(options: {
  name: string;
  corpusDir: string;
  workDir: string;
  runs: number;
  embedder: Embedder;
}): Promise<Measurement> {
  const { corpusDir, embedder, runs } = options;
  const texts: string[] = [];
  const recording: Embedder = {
    ...embedder,
    embedPassages: (batch, embedOptions) => {
      texts.push(...batch);
      return embedder.embedPassages(batch, embedOptions);
    },
  };
  const whole: Cost[] = [];
  const bare: Cost[] = [];
  const index = async (run: number) => {
    texts.length = 0;
    const indexDir = join(options.workDir, `indexed-${run}`);
    await embedder.embedPassages(warmUp);
    whole.push(
      await timedWithProcessor(() => indexCorpus({ corpusDir, indexDir, embedder: recording, version })),
    );
  };
  const embed = async () => {
    const same = [...texts];
    await embedder.embedPassages(warmUp);
    bare.push(await timedWithProcessor(() => embedder.embedPassages(same)));
  };
  for (let run = 0; run < runs; run++) {
    // The texts are known after the first run; then the order changes, since machines tire.
    for (const step of run % 2 === 0 ? [index, embed] : [embed, index]) await step(run);
  }
  return judge(`indexing ${options.name} (${texts.length} texts, ${runs} runs)`, whole, bare);
}

/** Each run is compared with its own neighbour in time: a machine that is shared drifts by more than the bound. */
function judge(name: string, whole: readonly Cost[], bare: readonly Cost[]): Measurement {
  const ratios = whole.map(({ ms }, run) => ms / (bare[run]?.ms ?? Number.NaN));
  const middle = (costs: readonly number[]) => quantile(costs, 0.5);
  const processor = middle(
    whole.map(({ processorMs }, run) => processorMs / (bare[run]?.processorMs ?? Number.NaN)),
  );
  const ratio = middle(ratios);
  const [low, high] = [Math.min(...ratios), Math.max(...ratios)];
  const unclear = low < leastPossible || high - low > widestSpread;
  return {
    name,
    measured: `median ${inWords(middle(whole.map(({ ms }) => ms)))}; runs ${low.toFixed(2)}–${high.toFixed(2)} of bare, processor time ${processor.toFixed(2)}`,
    beside: `bare embedding, median ${inWords(middle(bare.map(({ ms }) => ms)))}`,
    ratio,
    bound: `ratio ≤ ${bound}`,
    within: unclear ? null : ratio <= bound,
  };
}
