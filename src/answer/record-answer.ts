import type { Generation } from '../index/generation.ts';
import { findAskedKind } from '../retrieval/asked-kind.ts';
import type { QuestionReading } from '../retrieval/question-reading.ts';
import type { Answer } from './answer.ts';
import type { Outcome } from './answer-question.ts';
import type { AnswerRecord, CitedParagraph } from './answer-record.ts';
import { margins, readToOpen } from './quote/choose-quotes.ts';
import { topicThresholds } from './quote/is-off-topic.ts';
import { answerThresholds } from './quote/lacks-answer.ts';
import { readerWeight } from './quote/read-sentences.ts';
import { weights } from './quote/weigh-sentences.ts';

/** Puts the full record of an answer together. */
export function recordAnswer(state: {
  answer: Answer;
  reading: QuestionReading;
  outcome: Outcome;
  generation: Generation;
  version: string;
  found: { meaning: boolean };
  timings: Record<string, number>;
  reader: string | null;
}): AnswerRecord {
  const { answer, reading, outcome, generation, version, found, timings, reader } = state;
  return {
    answer,
    reading: readingInWords(reading),
    notices: found.meaning ? [] : ['keyword search alone: no embedding model was in use for this question'],
    candidates: outcome.candidates ?? [],
    decision: outcome.decision,
    thresholds: {
      ...prefixed('weight', weights),
      ...prefixed('margin', margins),
      ...prefixed('answer', answerThresholds),
      'weight.reader': readerWeight,
      readToOpen,
      ...topicThresholds,
    },
    versions: {
      pincite: version,
      schema: generation.manifest.schema,
      model: generation.manifest.model?.name ?? null,
      reader,
      generation: generation.id,
    },
    timings,
    cited: citedParagraphs(outcome),
  };
}

function prefixed(prefix: string, values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}.${name}`, value]));
}

function readingInWords(reading: QuestionReading): { name: string; value: string }[] {
  const all: [string, string][] = [
    ['standalone question', reading.standalone],
    ['searched for', reading.searchText],
    ['keywords', reading.stems.join(' ')],
    ['spelling mended', reading.corrections.map(({ from, to }) => `${from} → ${to}`).join(', ')],
    ['short forms', reading.expansions.map(({ short, long }) => `${short} = ${long}`).join(', ')],
    ['authorities named', reading.authorities.join(', ')],
    ['reports in scope', reading.reports.join(', ')],
    [
      'reports preferred',
      Object.entries(reading.preferred)
        .map(([id, factor]) => `${id} × ${factor}`)
        .join(', '),
    ],
    ['years named', reading.years.join(', ')],
    ['names not in the corpus', reading.unknownNames.map(({ name }) => name).join(', ')],
    ['may stand for', reading.nameReadings.map(({ name, meaning }) => `${name}: ${meaning}`).join('; ')],
    ['paragraph number', reading.paragraphNumber ?? ''],
    ['asks for', findAskedKind(reading.asked)],
    ['parts', reading.parts.length > 1 ? reading.parts.join(' | ') : ''],
    ['asks of now', reading.asksOfNow ? 'yes' : ''],
    ['spans reports', reading.spansReports ? 'yes' : ''],
  ];
  return all.filter(([, value]) => value !== '').map(([name, value]) => ({ name, value }));
}

function citedParagraphs(outcome: Outcome): CitedParagraph[] {
  const paragraphs = new Map(outcome.quoted.map(({ paragraph }) => [paragraph.row, paragraph]));
  return [...paragraphs.values()].map(
    ({ row: _row, position: _position, kindConfidence: _kindConfidence, ...paragraph }) => paragraph,
  );
}
