import type { Embedder } from '../index/embedder.ts';
import type { Generation } from '../index/generation.ts';
import type { StoredReport } from '../index/paragraph-store.ts';
import { corpusKnowledge } from '../retrieval/corpus-knowledge.ts';
import { findPassages } from '../retrieval/find-passages.ts';
import type { Filters, Turn } from '../retrieval/passage.ts';
import type { QuestionReading } from '../retrieval/question-reading.ts';
import { readQuestion } from '../retrieval/read-question.ts';
import { filterReports } from '../retrieval/scope.ts';
import type { Answer, Choice } from './answer.ts';
import type { AnswerRecord, RecordedCandidate } from './answer-record.ts';
import { checkAnswer } from './check-answer.ts';
import type { Quoted } from './compose-answer.ts';
import { decideAnswer } from './decide-answer.ts';
import { dressAnswer } from './dress-answer.ts';
import type { Reader } from './reader.ts';
import { recordAnswer } from './record-answer.ts';
import type { Refusal } from './refuse.ts';

/** Passages that are read for an answer. */
const passagesRead = 12;
const passagesReadOfEach = 6;
/** Reports that are searched one by one when a question spans reports; of more, the best passages of all are read. */
const reportsApart = 6;

export interface AskedQuestion {
  text: string;
  history: readonly Turn[];
  filters: Pick<Filters, 'reports' | 'authority' | 'from' | 'to'>;
  /** Most quotes in the answer. */
  limit?: number;
}

/** What answering needs from outside: the pinned generation, the embedder, a clock and an id for the answer. */
export interface AnswerSetting {
  generation: Generation;
  embedder: Embedder | null;
  /** Picks sentences better; null where it is switched off or cannot be had. */
  reader: Reader | null;
  version: string;
  /** What is said first to somebody who asks for help or advice. */
  helpSignpost: string;
  id: string;
  now: () => Date;
  /** Milliseconds from any fixed moment. */
  elapsedMs: () => number;
  onStage?: (stage: 'reading' | 'searching' | 'answering') => void;
  signal?: AbortSignal;
}

/** What a stage of answering came to, before it is dressed as an answer. */
export interface Outcome {
  status: Answer['status'];
  decision: string;
  quoted: Quoted[];
  refusal?: Refusal;
  choices?: Choice[];
  /** Parts of the question that nothing answers, in words, where others are answered. */
  gaps?: string[];
  candidates?: RecordedCandidate[];
}

/**
 * Answers one question from one generation by quoting: reads it, finds passages, quotes the sentences that answer, or
 * says why none do. The record holds the answer and everything that led to it. Throws AppError `invalid_request` for
 * filters that name what is not held, `embedding_failed` when the embedder does.
 */
export async function answerQuestion(question: AskedQuestion, setting: AnswerSetting): Promise<AnswerRecord> {
  const { generation } = setting;
  const started = setting.elapsedMs();
  const knowledge = corpusKnowledge(generation);
  setting.onStage?.('reading');
  const reports = filterReports(generation.reports, question.filters);
  const reading = readQuestion({ text: question.text, history: question.history, knowledge, reports });
  const scope = reports.filter((report) => reading.reports.includes(report.id));
  const read = setting.elapsedMs();
  setting.onStage?.('searching');
  const { passages, found } = await search(reading, scope, setting);
  const searched = setting.elapsedMs();
  setting.onStage?.('answering');
  const outcome = await decideAnswer({ question, reading, scope, knowledge, passages, setting });
  const answer = dressAnswer({ reading, scope, passages, outcome, setting });
  checkAnswer(
    answer,
    outcome.quoted.map((quote) => quote.paragraph),
  );
  const done = setting.elapsedMs();
  const timings = {
    reading: read - started,
    searching: searched - read,
    answering: done - searched,
    whole: done - started,
  };
  return recordAnswer({
    answer,
    reading,
    outcome,
    generation,
    version: setting.version,
    found,
    timings,
    reader: setting.reader?.name ?? null,
  });
}

async function search(reading: QuestionReading, scope: readonly StoredReport[], setting: AnswerSetting) {
  const { generation, embedder, signal } = setting;
  const reportByReport = reading.spansReports && scope.length > 1 && scope.length <= reportsApart;
  if (scope.length === 0) return { passages: [], found: { meaning: false } };
  const { passages, vector } = await findPassages({
    generation,
    embedder,
    reading,
    filters: {},
    limit: reportByReport ? passagesReadOfEach : passagesRead,
    reportByReport,
    ...(signal ? { signal } : {}),
  });
  return { passages, found: { meaning: vector !== null } };
}
