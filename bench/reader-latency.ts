import { openCurrent } from '../src/adapters/generation-reader.ts';
import { sentencesRead } from '../src/answer/quote/read-sentences.ts';
import { buildReader } from '../src/entries/build-reader.ts';
import type { Embedder } from '../src/index/embedder.ts';
import { type Measurement, quantile, spread, timed } from './measurement.ts';
import { askOverHttp, startServerProcess } from './server-process.ts';

const factor = 1.3;

/**
 * Asks each question of a server without the trained reader, of one with it, and beside it reads as many sentences of
 * the corpus against the question by hand. All three in turn, in the same run.
 */
export async function measureReaderLatency(options: {
  indexDir: string;
  stateDir: string;
  questions: readonly string[];
  rounds: number;
  embedder: Embedder;
}): Promise<Measurement> {
  const { reader } = await buildReader({ READER: 'local', MODEL_DIR: undefined });
  if (!reader) throw new Error('There is no trained reader to measure.');
  const sentences = await sampleSentences(options);
  const without = await startServerProcess({ ...options, reader: 'none' });
  const withReader = await startServerProcess({ ...options, reader: 'local' });
  const times = { without: [] as number[], withReader: [] as number[], bare: [] as number[] };
  try {
    for (let round = 0; round <= options.rounds; round++) {
      if (round === 1) times.without.length = times.withReader.length = times.bare.length = 0;
      for (const question of options.questions) {
        times.without.push((await timed(() => askOverHttp(without.url, question))).ms);
        times.withReader.push((await timed(() => askOverHttp(withReader.url, question))).ms);
        times.bare.push((await timed(() => reader.score(question, sentences))).ms);
      }
    }
  } finally {
    await Promise.all([without.stop(), withReader.stop(), reader.close()]);
  }
  const [measured, base, bare] = [times.withReader, times.without, times.bare].map((list) =>
    quantile(list, 0.95),
  );
  const bound = (base ?? 0) + factor * (bare ?? 0);
  return {
    name: `answer with the trained reader, five reports (${options.questions.length} questions × ${options.rounds})`,
    measured: `p50 / p95 ${spread(times.withReader)}`,
    beside: `without it ${spread(times.without)}; reading ${sentencesRead} sentences ${spread(times.bare)}`,
    ratio: (measured ?? 0) / ((base ?? 0) + (bare ?? 0)),
    bound: `p95 ≤ without + ${factor} × reading = ${bound.toFixed(1)} ms`,
    within: (measured ?? 0) <= bound,
  };
}

/** Sentences of usual length, evenly spread over the corpus. */
async function sampleSentences({
  indexDir,
  embedder,
}: {
  indexDir: string;
  embedder: Embedder;
}): Promise<string[]> {
  const generation = await openCurrent(indexDir, { model: embedder.model, coordination: null });
  const { sentences: total } = generation.manifest.counts;
  const rows = Array.from({ length: sentencesRead }, (_, place) =>
    Math.floor((place * total) / sentencesRead),
  );
  const owners = await generation.store.paragraphRowsOf(rows);
  const paragraphs = new Map((await generation.store.paragraphsAt(owners)).map((one) => [one.row, one]));
  const spans = await generation.store.sentencesOf(owners);
  const texts = rows.map((row) => {
    const span = spans.find((one) => one.row === row);
    const paragraph = span && paragraphs.get(span.paragraphRow);
    return span && paragraph ? paragraph.text.slice(span.start, span.end) : '';
  });
  await generation.close();
  return texts;
}
