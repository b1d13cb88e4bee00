import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generationFiles, generationFolder } from '../src/adapters/generation-folder.ts';
import { openCurrent } from '../src/adapters/generation-reader.ts';
import { readVectors } from '../src/index/vector-bytes.ts';
import type { ReportMetadata } from '../src/reports/report.ts';

/** What synthetic paragraphs are made of. */
export interface RealSentences {
  /** Which corpus they are from. */
  corpus: string;
  /** Sentences without line ends and tabs, each with the vector that the model gave it. */
  sentences: { text: string; vector: Float32Array }[];
  metadata: ReportMetadata[];
}

const fewestCharacters = 30;

/** Takes the sentences and their vectors out of an index. */
export async function readRealSentences(indexDir: string): Promise<RealSentences> {
  const generation = await openCurrent(indexDir, { model: null, coordination: null });
  try {
    const { manifest, store } = generation;
    const dimensions = manifest.model?.dimensions ?? 0;
    const file = join(generationFolder(indexDir, generation.id), generationFiles.vectors.sentences);
    const vectors = readVectors(await readFile(file), { rows: manifest.counts.sentences, dimensions });
    const rows = Array.from({ length: manifest.counts.paragraphs }, (_, row) => row);
    const texts = new Map((await store.paragraphsAt(rows)).map(({ row, text }) => [row, text]));
    const sentences = (await store.sentencesOf(rows)).flatMap(({ row, paragraphRow, start, end }) => {
      const text = texts.get(paragraphRow)?.slice(start, end) ?? '';
      if (text.length < fewestCharacters || /[\n\t]| {2}/.test(text)) return [];
      return [{ text, vector: vectors.slice(row * dimensions, (row + 1) * dimensions) }];
    });
    return {
      corpus: manifest.corpus,
      sentences,
      metadata: generation.reports.map(({ metadata }) => metadata),
    };
  } finally {
    await generation.close();
  }
}
