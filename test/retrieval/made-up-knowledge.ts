import type { Generation } from '../../src/index/generation.ts';
import type { Acronym, StoredReport } from '../../src/index/paragraph-store.ts';
import { wordsOf } from '../../src/index/stem-words.ts';
import type { ReportMetadata } from '../../src/reports/report.ts';
import { type CorpusKnowledge, corpusKnowledge } from '../../src/retrieval/corpus-knowledge.ts';
import { madeUpReading } from '../made-up-reading.ts';

/** A report as a generation holds it, with only what a test cares about. */
export function madeUpReport(
  id: string,
  metadata: Partial<ReportMetadata> = {},
  rows: [number, number] = [0, 1],
): StoredReport {
  return {
    id,
    edition: '000000000000',
    file: `${id}.txt`,
    metadata: {
      title: id,
      authority: null,
      authorityShort: null,
      publisher: null,
      documentKind: null,
      source: null,
      licence: null,
      dates: {},
      ...metadata,
    },
    reading: madeUpReading({ numbered: 1 }),
    headings: [],
    columns: [],
    marks: [],
    furniture: [],
    rows,
    sentenceRows: rows,
  };
}

/** What a corpus of these reports and these words would know. */
export function madeUpKnowledge(corpus: {
  reports: StoredReport[];
  text: string;
  acronyms?: Acronym[];
}): CorpusKnowledge {
  const words = new Map(wordsOf(corpus.text).map(({ word, stem }) => [word, { word, stem, paragraphs: 1 }]));
  const generation = {
    reports: corpus.reports,
    vocabulary: [...words.values()],
    acronyms: corpus.acronyms ?? [],
    manifest: { counts: { paragraphs: 100 } },
  };
  return corpusKnowledge(generation as unknown as Generation);
}

/** Two towns of like names, a county, and the words of their reports. */
export const threeAuthorities = () =>
  madeUpKnowledge({
    reports: [
      madeUpReport('ashby-2012', {
        authority: 'Ashby Town Council',
        authorityShort: 'Ashby Town',
        dates: { inspected: { from: '2012-03-01', to: '2012-03-05' } },
      }),
      madeUpReport('ashbyshire-2015', {
        authority: 'Ashbyshire District Council',
        authorityShort: 'Ashbyshire',
        dates: { considered: '2015-06-02' },
        documentKind: 'committee paper',
      }),
      madeUpReport('borrowdale-2018', {
        authority: 'Borrowdale District Council',
        authorityShort: 'Borrowdale',
        dates: { published: '2018' },
      }),
    ],
    text: 'Ashby Ashbyshire Borrowdale town district council libraries inspectors vacancies unaccompanied people reviewed the Flood Risk Partnership (FRP) section',
    acronyms: [{ short: 'FRP', long: 'Flood Risk Partnership', report: 'ashby-2012' }],
  });
