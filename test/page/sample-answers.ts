import type { Answer, Citation, Hit } from '../../src/answer/answer.ts';
import { alder, alderParagraphs } from './sample-reports.ts';

const first = alderParagraphs[1];
if (!first) throw new Error('the sample report has lost its first paragraph');
const { report, edition, number, label, heading, form, kind, kindConfidence, text } = first;
const place = {
  report,
  edition,
  paragraph: first.id,
  number,
  label,
  heading,
  form,
  kind,
  kind_confidence: kindConfidence,
};
const about = { title: alder.metadata.title, dates: alder.metadata.dates };

export const sampleQuote = 'Alder has 51 children’s centres.';

export const sampleCitation: Citation = {
  marker: 1,
  ...place,
  ...about,
  voice: 'the council’s own account',
  quotes: [sampleQuote],
  url: `/reports/alder-2013?q=0-${sampleQuote.length}#para-1`,
};

export const sampleHit: Hit = {
  ...place,
  ...about,
  text,
  highlights: [[10, 12]],
  score: 1,
  url: '/reports/alder-2013#para-1',
};

/** An answer as a reader gets it, with whatever a test wants to differ. */
export function sampleAnswer(different: Partial<Answer> = {}): Answer {
  return {
    id: 'kept1',
    question: 'How many centres does Alder have?',
    created: '2026-11-22T06:10:00.000Z',
    status: 'answered',
    answer: `Alder, January 2013: ${sampleQuote} [1]`,
    parts: [
      { text: 'Alder, January 2013:', role: 'label', markers: [] },
      { text: sampleQuote, role: 'claim', markers: [1] },
    ],
    citations: [sampleCitation],
    gaps: [],
    searched: {
      reports: ['alder-2013', 'birch-2020'],
      paragraphs: 9,
      question: 'How many centres does Alder have?',
    },
    nearest: [],
    answerer: 'quote',
    generation: 'g1',
    ...different,
  };
}

export const refusedAnswer = sampleAnswer({
  id: 'refused1',
  question: 'Who won the cup?',
  status: 'not_found',
  reason: { code: 'silent', text: 'The reports do not say.' },
  answer: 'The reports do not say.',
  parts: [],
  citations: [],
  gaps: ['the cup'],
  nearest: [sampleHit],
});

export const clarifyAnswer = sampleAnswer({
  id: 'clarify1',
  status: 'clarify',
  answer: 'Which council do you mean?',
  parts: [{ text: 'Which council do you mean?', role: 'label', markers: [] }],
  citations: [],
  choices: [
    {
      label: 'Alder',
      question: 'How many centres does Alder have?',
      filters: { reports: ['alder-2013'], from: 2013 },
    },
  ],
});
