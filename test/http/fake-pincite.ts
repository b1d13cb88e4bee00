import type { Answer } from '../../src/answer/answer.ts';
import type { AnswerRecord } from '../../src/answer/answer-record.ts';
import { AppError } from '../../src/errors.ts';
import type { StoredParagraph, StoredReport } from '../../src/index/paragraph-store.ts';
import type { ParagraphView, Pincite } from '../../src/service/pincite.ts';
import { madeUpReading } from '../made-up-reading.ts';

export const edition = '0123456789ab';

export const report: StoredReport = {
  id: 'harbour-2014',
  edition,
  file: 'harbour-2014.txt',
  metadata: {
    title: 'Inspection of the harbour',
    authority: 'Harbour Council',
    authorityShort: 'Harbour',
    publisher: null,
    documentKind: 'inspection report',
    source: null,
    licence: null,
    dates: { inspected: { from: '2014-02-03', to: '2014-02-14' }, published: '2014-05' },
  },
  reading: madeUpReading({ numbered: 2 }),
  headings: ['Findings'],
  columns: [],
  marks: [],
  furniture: ['Page 1'],
  rows: [0, 2],
  sentenceRows: [0, 2],
};

const texts = ['The harbour has six cranes.', 'Two cranes were out of use.'];

export const paragraphs: StoredParagraph[] = texts.map((text, row) => ({
  report: report.id,
  edition,
  id: String(row + 1),
  position: row,
  number: String(row + 1),
  form: 'numbered',
  kind: 'finding',
  kindConfidence: 0.9,
  heading: ['Findings'],
  label: `Harbour 2014, para ${row + 1}`,
  text,
  columns: null,
  page: null,
  lines: [row + 1, row + 1],
  hash: '0123456789abcdef',
  row,
}));

function viewOf(row: number): ParagraphView {
  const found = paragraphs[row];
  if (!found) throw new AppError('not_found', 'The report has no such paragraph.');
  const { row: _row, position: _position, hash: _hash, ...view } = found;
  return {
    ...view,
    previous: row === 0 ? null : '1',
    next: row === 0 ? '2' : null,
    url: `/reports/${report.id}#para-${view.id}`,
  };
}

export const answer: Answer = {
  id: 'a-kept-answer',
  question: 'How many cranes are there?',
  created: '2026-11-22T06:00:00.000Z',
  status: 'answered',
  answer: 'Harbour, May 2014: The harbour has six cranes. [1] Two cranes were out of use. [2][1]',
  parts: [
    { text: 'Harbour, May 2014:', role: 'label', markers: [] },
    { text: 'The harbour has six cranes.', role: 'claim', markers: [1] },
    { text: 'Two cranes were out of use.', role: 'claim', markers: [2, 1] },
  ],
  citations: [0, 1].map((row) => {
    const { form, kind, kindConfidence, heading, label, number, text } = paragraphs[row] as StoredParagraph;
    return {
      ...{ marker: row + 1, report: report.id, edition, paragraph: String(row + 1), number, label },
      ...{ title: report.metadata.title, dates: report.metadata.dates, heading, form, kind, quotes: [text] },
      kind_confidence: kindConfidence,
      url: `/reports/${report.id}?q=0-${text.length}#para-${row + 1}`,
    };
  }),
  gaps: [],
  searched: { reports: [report.id], paragraphs: 2, question: 'How many cranes are there?' },
  nearest: [],
  answerer: 'quote',
  generation: 'g1',
};

export const record: AnswerRecord = {
  answer,
  reading: [{ name: 'words', value: 'cranes' }],
  notices: [],
  candidates: [],
  decision: 'answered',
  thresholds: { score: 0.5 },
  versions: { pincite: '0.1.0', schema: 1, model: null, reader: null, generation: 'g1' },
  timings: { reading: 1, searching: 2, answering: 3 },
  cited: [],
};

/** A service over two paragraphs that keeps one answer; single methods can be replaced. */
export function fakePincite(replaced: Partial<Pincite> = {}): Pincite {
  let deleted = false;
  const kept = (id: string) => {
    if (id !== answer.id) throw new AppError('not_found', `There is no answer "${id}".`);
    if (deleted) throw new AppError('gone', 'This answer was deleted.');
    return record;
  };
  return {
    async ask(request, options) {
      for (const stage of ['reading', 'searching', 'answering'] as const) options?.onStage?.(stage);
      return { ...record, answer: { ...answer, question: request.question } };
    },
    async search() {
      const {
        row: _row,
        position: _p,
        hash: _h,
        columns: _c,
        page: _g,
        lines: _l,
        ...hit
      } = paragraphs[0] as StoredParagraph;
      const { id, kindConfidence, ...rest } = hit;
      return {
        hits: [
          {
            ...{
              ...rest,
              kind_confidence: kindConfidence,
              paragraph: id,
              title: report.metadata.title,
              dates: report.metadata.dates,
            },
            ...{ highlights: [[16, 26]], score: 1, url: `/reports/${report.id}#para-1` },
          },
        ],
        total: 1,
      };
    },
    reports: async () => [report],
    async report(id) {
      if (id !== report.id) throw new AppError('not_found', `There is no report "${id}".`);
      return { report, paragraphs };
    },
    async paragraph(id, paragraph) {
      if (id !== report.id) throw new AppError('not_found', `There is no report "${id}".`);
      return viewOf(Number(paragraph) - 1);
    },
    answer: async (id) => kept(id).answer,
    record: async (id) => kept(id),
    addFeedback: async (id) => void kept(id),
    async deleteAnswer(id) {
      kept(id);
      deleted = true;
    },
    readiness: async () => ({
      ...{ ready: true, generation: 'g1', reports: 1, paragraphs: 2 },
      ...{ search: 'meaning and keywords', notices: [] },
    }),
    ...replaced,
  };
}
