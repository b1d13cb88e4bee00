import { join } from 'node:path';
import { indexCorpus } from '../src/entries/index-corpus.ts';
import { version } from '../src/entries/version.ts';
import type { Embedder } from '../src/index/embedder.ts';
import { inWords, type Measurement, quantile, timed } from './measurement.ts';

const bound = 1.3;
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
  const whole: number[] = [];
  const bare: number[] = [];
  const index = async (run: number) => {
    texts.length = 0;
    const indexDir = join(options.workDir, `indexed-${run}`);
    await embedder.embedPassages(warmUp);
    whole.push((await timed(() => indexCorpus({ corpusDir, indexDir, embedder: recording, version }))).ms);
  };
  const embed = async () => {
    const same = [...texts];
    await embedder.embedPassages(warmUp);
    bare.push((await timed(() => embedder.embedPassages(same))).ms);
  };
  for (let run = 0; run < runs; run++) {
    // The texts are known after the first run; then the order changes, since machines tire.
    for (const step of run % 2 === 0 ? [index, embed] : [embed, index]) await step(run);
  }
  const [measured, beside] = [quantile(whole, 0.5), quantile(bare, 0.5)];
  return {
    name: `indexing ${options.name} (${texts.length} texts, median of ${runs})`,
    measured: inWords(measured),
    beside: `bare embedding ${inWords(beside)}`,
    ratio: measured / beside,
    bound: `ratio ≤ ${bound}`,
    within: measured <= bound * beside,
  };
}
