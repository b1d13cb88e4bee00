import { createHash } from 'node:crypto';
import type { Embedder } from '../../src/index/embedder.ts';
import type { IndexedReport } from '../../src/index/write-paragraphs.ts';
import type { Paragraph } from '../../src/paragraphs/paragraph.ts';
import { madeUpReading } from '../made-up-reading.ts';

/** A made-up report whose paragraphs are the given texts, numbered from 1, each one sentence long. */
export function sampleReport(
  id: string,
  texts: readonly string[],
  overrides: Partial<Paragraph> = {},
): IndexedReport {
  const edition = createHash('sha256').update(texts.join('\n')).digest('hex').slice(0, 12);
  const paragraphs = texts.map(
    (text, position): Paragraph => ({
      report: id,
      edition,
      id: `${position + 1}`,
      position,
      number: `${position + 1}`,
      form: 'numbered',
      kind: 'finding',
      kindConfidence: 0.9,
      heading: ['Findings'],
      label: `${id}, para ${position + 1}`,
      text,
      columns: null,
      page: null,
      lines: [position + 1, position + 1],
      hash: createHash('sha256').update(text).digest('hex').slice(0, 16),
      ...overrides,
    }),
  );
  const metadata = {
    title: `Inspection of ${id}`,
    authority: `${id} Council`,
    authorityShort: id,
    publisher: null,
    documentKind: null,
    source: null,
    licence: null,
    dates: { published: '2021-05-04' },
  };
  return {
    report: { id, edition, file: `${id}.txt`, metadata },
    split: {
      paragraphs,
      headings: ['Findings'],
      columns: [],
      marks: [],
      furniture: [],
      reading: madeUpReading({ numbered: texts.length }),
    },
    sentences: texts.map((text) => [{ start: 0, end: text.length }]),
  };
}

/** Unit vectors that depend on nothing but the words: texts that share words lie near each other. */
export function fakeEmbedder(
  options: { name?: string; dimensions?: number; beforeBatch?: (texts: number) => Promise<void> | void } = {},
): Embedder & { embedded: number } {
  const { name = 'fake', dimensions = 16, beforeBatch } = options;
  const sha256 = createHash('sha256').update(`${name} ${dimensions}`).digest('hex');
  const embedder = {
    model: { name, sha256, dimensions },
    embedded: 0,
    embedQuestion: async (text: string) => vectorOfWords(text, dimensions),
    async embedPassages(texts: readonly string[]) {
      await beforeBatch?.(texts.length);
      embedder.embedded += texts.length;
      return texts.map((text) => vectorOfWords(text, dimensions));
    },
    close: async () => undefined,
  };
  return embedder;
}

function vectorOfWords(text: string, dimensions: number): Float32Array {
  const vector = new Float32Array(dimensions);
  for (const word of text.toLowerCase().match(/\p{L}+|\p{N}+/gu) ?? []) {
    const digest = createHash('sha256').update(word).digest();
    for (let place = 0; place < dimensions; place++) {
      vector[place] = (vector[place] ?? 0) + (digest[place % 32] ?? 0) / 127.5 - 1;
    }
  }
  vector[0] = (vector[0] ?? 0) + 1e-3;
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
