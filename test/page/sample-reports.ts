import type { StoredParagraph, StoredReport } from '../../src/index/paragraph-store.ts';
import { madeUpReading } from '../made-up-reading.ts';

const overview = ['Overview'];
const strengths = ['Findings', 'What works well'];

type Sketch = Partial<StoredParagraph> & Pick<StoredParagraph, 'id' | 'text'>;

function paragraphs(report: string, name: string, sketches: Sketch[]): StoredParagraph[] {
  return sketches.map((sketch, position) => {
    const number = sketch.number ?? null;
    return {
      report,
      edition: 'aaaabbbbcccc',
      position,
      row: position,
      number,
      form: number === null ? 'text' : 'numbered',
      kind: 'finding',
      kindConfidence: 0.9,
      heading: overview,
      label: `${name}, ${number === null ? sketch.id : `para ${number}`}`,
      columns: null,
      page: 3,
      lines: [position + 1, position + 1],
      hash: '0'.repeat(16),
      ...sketch,
    };
  });
}

export const alderParagraphs = paragraphs('alder-2013', 'Alder 2013', [
  { id: 'front.1', text: 'Alder Council\nInspection report', form: 'title', heading: [], kind: 'background' },
  { id: '1', number: '1', text: 'Alder has 51 children’s centres. Most are <b>good</b> & open.' },
  {
    id: '2',
    number: '2',
    text: 'The council should:\n- act at once\n- train its staff\n- publish what it did',
    kind: 'recommendation',
  },
  {
    id: 'overview.3',
    text: 'Overall effectiveness\tInadequate',
    form: 'table_row',
    columns: ['Judgement', 'Grade'],
  },
  { id: 'overview.4', text: 'Leadership\tAdequate', form: 'table_row', columns: ['Judgement', 'Grade'] },
  { id: 'overview.5', text: 'Staff\t12\t14', form: 'table_row', columns: null },
  { id: '3', number: '3', text: 'Staff are steady and children say so.', heading: strengths },
  { id: 'what-works-well.2', text: 'A note on the data.', form: 'footnote', heading: strengths },
]);

export const birchParagraphs = paragraphs('birch-2020', 'Birch 2020', [
  { id: '1', number: '1', text: 'Birch has no centres of its own.', kind: 'response' },
]);

function stored(
  id: string,
  rows: [number, number],
  rest: Pick<StoredReport, 'metadata' | 'reading'>,
): StoredReport {
  return {
    id,
    edition: 'aaaabbbbcccc',
    file: `${id}.txt`,
    headings: [],
    columns: [],
    marks: [],
    furniture: [],
    rows,
    sentenceRows: rows,
    ...rest,
  };
}

export const alder = stored('alder-2013', [0, 8], {
  metadata: {
    title: 'Inspection of Alder',
    authority: 'Alder County Council',
    authorityShort: 'Alder',
    publisher: 'The Inspectorate',
    documentKind: 'inspection report',
    source: 'https://example.org/alder',
    licence: null,
    dates: { inspected: { from: '2013-01-14', to: '2013-01-24' }, published: '2013-03-02' },
  },
  reading: madeUpReading({ numbered: 3, unnumbered: 5 }),
});

export const birch = stored('birch-2020', [8, 9], {
  metadata: {
    title: 'Paper on Birch <script>alert(1)</script>',
    authority: null,
    authorityShort: null,
    publisher: null,
    documentKind: null,
    source: 'javascript:alert(1)',
    licence: null,
    dates: { considered: '2020-01-30' },
  },
  reading: madeUpReading({
    numbered: 1,
    missing: ['Annex'],
    notice: 'This copy stops at paragraph 1; its contents list Annex.',
  }),
});
