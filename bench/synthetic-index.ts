import { createHash } from 'node:crypto';
import { readManifest } from '../src/adapters/generation-files.ts';
import { generationFolder, pointCurrentTo, readCurrent } from '../src/adapters/generation-folder.ts';
import { writeGeneration } from '../src/adapters/generation-writer.ts';
import { version } from '../src/entries/version.ts';
import type { IndexProgress } from '../src/index/build-generation.ts';
import type { Embedder, EmbeddingModel } from '../src/index/embedder.ts';
import type { EmbeddingCache } from '../src/index/embedding-cache.ts';
import type { IndexedReport } from '../src/index/write-paragraphs.ts';
import type { Paragraph, Span } from '../src/paragraphs/paragraph.ts';
import { madeUpReading } from '../test/made-up-reading.ts';
import { createRandom, type Random, seedOf } from './random.ts';
import type { RealSentences } from './real-sentences.ts';

const paragraphsPerReport = 200;
const paragraphsPerSection = 20;
/** About 0.93 of a real vector is left in a perturbed one of 384 numbers. */
const noise = 0.02;
/** Raise it when the same seed makes something else. */
const recipe = 1;

/**
 * Builds an index of so many synthetic paragraphs with the writer that every index is built with, unless the folder
 * holds it already: about two real sentences each, recombined by a seeded generator; vectors are real ones, perturbed.
 */
export async function buildSyntheticIndex(options: {
  indexDir: string;
  paragraphs: number;
  real: RealSentences;
  model: EmbeddingModel;
  onProgress: (progress: IndexProgress) => void;
}): Promise<void> {
  const { indexDir, paragraphs, real, model, onProgress } = options;
  const corpus = createHash('sha256').update(`${recipe} ${paragraphs} ${real.corpus}`).digest('hex');
  if (await isThere(indexDir, corpus)) return;
  const made = new Map<string, number[]>();
  const written = await writeGeneration({
    ...{ indexDir, corpus, version, onProgress },
    reports: makeReports(paragraphs, real, made),
    embedding: { embedder: perturbingEmbedder(model, real, made), cache: keepsNothing },
  });
  await pointCurrentTo(indexDir, written.id);
}

const keepsNothing: EmbeddingCache = {
  find: async (_model, texts) => texts.map(() => null),
  save: async () => undefined,
};

async function isThere(indexDir: string, corpus: string): Promise<boolean> {
  const current = await readCurrent(indexDir);
  if (!current) return false;
  const manifest = await readManifest(generationFolder(indexDir, current.id)).catch(() => null);
  return manifest?.corpus === corpus;
}

function* makeReports(
  paragraphs: number,
  real: RealSentences,
  made: Map<string, number[]>,
): Generator<IndexedReport> {
  const random = createRandom(20_130_114);
  for (let first = 0; first < paragraphs; first += paragraphsPerReport) {
    const count = Math.min(paragraphsPerReport, paragraphs - first);
    yield makeReport({ place: first / paragraphsPerReport, count, random, real, made });
  }
}

function makeReport(of: {
  place: number;
  count: number;
  random: Random;
  real: RealSentences;
  made: Map<string, number[]>;
}): IndexedReport {
  const { place, count, random, real, made } = of;
  const id = `synthetic-${String(place + 1).padStart(5, '0')}`;
  const like = real.metadata[place % real.metadata.length];
  if (!like) throw new Error('There is no report to make others like.');
  const report = {
    id,
    edition: '000000000000',
    file: `${id}.txt`,
    metadata: { ...like, title: `Paper ${place + 1}` },
  };
  const drafts = Array.from({ length: count }, (_, position) => mix({ position, id, random, real, made }));
  const reading = madeUpReading({ numbered: count });
  return {
    report,
    split: {
      ...{ headings: [], columns: [], marks: [], furniture: [], reading },
      paragraphs: drafts.map(({ paragraph }) => paragraph),
    },
    sentences: drafts.map(({ spans }) => spans),
  };
}

/** One to three real sentences, two on average, as a numbered paragraph. */
function mix(of: {
  position: number;
  id: string;
  random: Random;
  real: RealSentences;
  made: Map<string, number[]>;
}): { paragraph: Paragraph; spans: Span[] } {
  const { position, id, random, real, made } = of;
  const chosen = Array.from({ length: 1 + random.whole(3) }, () => random.whole(real.sentences.length));
  const spans: Span[] = [];
  let text = '';
  for (const sentence of chosen) {
    const words = real.sentences[sentence]?.text ?? '';
    const start = text === '' ? 0 : text.length + 1;
    text = text === '' ? words : `${text} ${words}`;
    spans.push({ start, end: start + words.length });
    made.set(words, [sentence]);
  }
  made.set(text, chosen);
  const number = String(position + 1);
  const paragraph: Paragraph = {
    ...{ report: id, edition: '000000000000', id: number, position, number },
    ...{ form: 'numbered', kind: 'unclassified', kindConfidence: 0, columns: null, page: null, text },
    heading: [sectionOf(position)],
    label: `${id}, para ${number}`,
    lines: [position + 1, position + 1],
    hash: createHash('sha256').update(text).digest('hex').slice(0, 16),
  };
  return { paragraph, spans };
}

function sectionOf(position: number): string {
  return `Section ${Math.floor(position / paragraphsPerSection) + 1}`;
}

/** Gives each text the mean of its sentences' vectors, shaken by a noise that the text alone decides. */
function perturbingEmbedder(
  model: EmbeddingModel,
  { sentences }: RealSentences,
  made: ReadonlyMap<string, number[]>,
): Embedder {
  const perturb = (text: string): Float32Array => {
    const vectors = sourcesOf(text, made).map((place) => sentences[place]?.vector);
    const random = createRandom(seedOf(text));
    const sum = Float32Array.from({ length: model.dimensions }, (_, at) =>
      vectors.reduce((total, vector) => total + (vector?.[at] ?? 0), 0),
    );
    const shaken = unit(sum).map((value) => value + noise * random.normal());
    return unit(shaken);
  };
  return {
    model,
    embedQuestion: async (text) => perturb(text),
    embedPassages: async (texts) => texts.map(perturb),
    close: async () => undefined,
  };
}

/** What is embedded begins with a context of a few short sentences; the words themselves come last. */
function sourcesOf(text: string, made: ReadonlyMap<string, number[]>): number[] {
  for (let start = 0; start < text.length; start = text.indexOf('. ', start) + 2) {
    const sources = made.get(text.slice(start));
    if (sources) return sources;
    if (!text.includes('. ', start)) break;
  }
  throw new Error(`No synthetic text ends "${text.slice(-80)}".`);
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return vector.map((value) => value / length);
}
