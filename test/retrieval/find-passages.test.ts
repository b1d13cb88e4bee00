import { beforeAll, describe, expect, it } from 'vitest';
import type { Embedder } from '../../src/index/embedder.ts';
import type { Generation } from '../../src/index/generation.ts';
import { corpusKnowledge } from '../../src/retrieval/corpus-knowledge.ts';
import { findPassages, type PassageQuery } from '../../src/retrieval/find-passages.ts';
import { readQuestion } from '../../src/retrieval/read-question.ts';
import { fakeEmbedder, sampleReport } from '../index/sample-reports.ts';
import { openSmallGeneration } from '../index/small-generation.ts';

const reports = () => [
  sampleReport('Ambridge', [
    'The library opens at nine.',
    'Six harbour cranes were out of use.',
    'The library closes at five, and the library is warm.',
  ]),
  sampleReport('Borchester', ['The library should open earlier.', 'Buses run late.'], {
    kind: 'recommendation',
  }),
];

function search(generation: Generation, text: string, options: Partial<PassageQuery> = {}) {
  const knowledge = corpusKnowledge(generation);
  const reading = readQuestion({ text, history: [], knowledge, reports: generation.reports });
  return findPassages({ generation, embedder: null, reading, filters: {}, limit: 10, ...options });
}

const labels = ({ passages }: Awaited<ReturnType<typeof search>>) =>
  passages.map(({ paragraph }) => paragraph.label);

describe('by keywords alone', () => {
  let generation: Generation;
  beforeAll(async () => {
    generation = await openSmallGeneration(reports());
  });

  it('finds what holds the words, best first, without a vector or similarities', async () => {
    const found = await search(generation, 'harbour cranes');
    expect(labels(found)).toEqual(['Ambridge, para 2']);
    expect(found).toMatchObject({ total: 1, vector: null });
    expect(found.passages[0]).toMatchObject({
      ranks: { keyword: 1 },
      sentences: [{ start: 0, end: 35, similarity: null }],
    });
  });

  it('counts all that were found, whatever the limit', async () => {
    const found = await search(generation, 'library', { limit: 1 });
    expect(found.passages).toHaveLength(1);
    expect(found.total).toBe(3);
  });

  it('keeps to the authority that the question names, and to the filters', async () => {
    expect(labels(await search(generation, 'Borchester library'))).toEqual(['Borchester, para 1']);
    const filters = { kind: 'recommendation' };
    expect(labels(await search(generation, 'library', { filters }))).toEqual(['Borchester, para 1']);
    expect(labels(await search(generation, 'library', { filters: { form: 'footnote' } }))).toEqual([]);
  });

  it('searched report by report, gives each report its own best', async () => {
    const found = await search(generation, 'library', { limit: 1, reportByReport: true });
    expect(new Set(found.passages.map(({ report }) => report.id))).toEqual(
      new Set(['Ambridge', 'Borchester']),
    );
  });

  it('finds nothing where no word fits', async () => {
    expect(await search(generation, 'zeppelins')).toMatchObject({ passages: [], total: 0 });
  });
});

describe('with vectors', () => {
  it('finds by meaning what holds none of the words, with the similarity of each sentence', async () => {
    // Stands in for a model that knows that ships are unloaded at harbours.
    const embedder = fakeEmbedder();
    const knowing: Embedder = {
      ...embedder,
      embedQuestion: () => embedder.embedQuestion('Ambridge. Six harbour cranes were out of use.'),
    };
    const generation = await openSmallGeneration(reports(), embedder);
    const found = await search(generation, 'unloading ships', { embedder: knowing });
    expect(found.passages[0]?.paragraph.label).toBe('Ambridge, para 2');
    expect(found.passages[0]?.ranks).toMatchObject({ sentence: 1 });
    expect(found.passages[0]?.ranks.keyword).toBeUndefined();
    expect(found.passages[0]?.sentences[0]?.similarity).toBeCloseTo(1, 5);
    expect(found.vector).toHaveLength(16);
  });

  it('answers from the keywords when the question cannot be embedded for want of a model', async () => {
    const generation = await openSmallGeneration(reports(), fakeEmbedder());
    expect(labels(await search(generation, 'buses'))).toEqual(['Borchester, para 2']);
  });
});
