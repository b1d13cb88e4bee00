import { type EmbeddingTally, embedTexts, type VectorWriter } from './embed-texts.ts';
import type { Embedder } from './embedder.ts';
import type { EmbeddingCache } from './embedding-cache.ts';
import { paragraphEmbeddingText, sentenceEmbeddingText } from './embedding-text.ts';
import type { Manifest } from './manifest.ts';
import type { SqlDatabase } from './sql-database.ts';
import { type IndexedReport, ParagraphWriter } from './write-paragraphs.ts';

const indexStages = ['reading', 'splitting', 'embedding', 'writing', 'verifying'] as const;
export type IndexStage = (typeof indexStages)[number];

/** How far a stage has come; `total` 0 means that nobody knows yet. */
export interface IndexProgress {
  stage: IndexStage;
  done: number;
  total: number;
}

/** Where a generation's parts go. */
export interface GenerationSink {
  /** An empty database. */
  database: SqlDatabase;
  /** Opened once the number of rows is known. */
  vectors(kind: 'paragraphs' | 'sentences', dimensions: number): Promise<VectorWriter>;
}

export interface BuildOptions {
  /** In corpus order; taken one after the other, so that a large corpus is never in memory as a whole. */
  reports: AsyncIterable<IndexedReport> | Iterable<IndexedReport>;
  sink: GenerationSink;
  /** Null builds for keyword search alone. */
  embedding: { embedder: Embedder; cache: EmbeddingCache } | null;
  onProgress?: (progress: IndexProgress) => void;
  signal?: AbortSignal;
}

/**
 * Builds the paragraphs, the keyword index and the vectors of a generation. Runs anywhere: files, hashes and the
 * manifest are the caller's. Throws the signal's reason when aborted.
 */
export async function buildGeneration(
  options: BuildOptions,
): Promise<{ counts: Manifest['counts'] } & EmbeddingTally> {
  const { sink, signal } = options;
  const writer = new ParagraphWriter(sink.database);
  const texts = { paragraphs: [] as string[], sentences: [] as string[] };
  await writer.begin();
  for await (const report of options.reports) {
    signal?.throwIfAborted();
    await writer.add(report);
    if (options.embedding) collectTexts(report, texts);
  }
  options.onProgress?.({ stage: 'writing', done: 0, total: 1 });
  await writer.finish();
  options.onProgress?.({ stage: 'writing', done: 1, total: 1 });
  const tally = options.embedding
    ? await embedAll(options, options.embedding, texts)
    : { embedded: 0, reused: 0 };
  return { counts: writer.counts, ...tally };
}

function collectTexts(
  { report, split, sentences }: IndexedReport,
  texts: { paragraphs: string[]; sentences: string[] },
): void {
  for (const [place, paragraph] of split.paragraphs.entries()) {
    texts.paragraphs.push(paragraphEmbeddingText(report.metadata, paragraph));
    for (const span of sentences[place] ?? []) {
      texts.sentences.push(sentenceEmbeddingText(report.metadata, paragraph, span));
    }
  }
}

async function embedAll(
  { sink, signal, onProgress }: BuildOptions,
  { embedder, cache }: { embedder: Embedder; cache: EmbeddingCache },
  texts: { paragraphs: string[]; sentences: string[] },
): Promise<EmbeddingTally> {
  const total = texts.paragraphs.length + texts.sentences.length;
  const tally = { embedded: 0, reused: 0 };
  let before = 0;
  for (const kind of ['paragraphs', 'sentences'] as const) {
    const writer = await sink.vectors(kind, embedder.model.dimensions);
    const report = (done: number) => onProgress?.({ stage: 'embedding', done: before + done, total });
    const part = await embedTexts({
      texts: texts[kind],
      embedder,
      cache,
      writer,
      signal,
      onProgress: report,
    });
    before += texts[kind].length;
    tally.embedded += part.embedded;
    tally.reused += part.reused;
  }
  return tally;
}
