import { answerQuestion } from '../answer/answer-question.ts';
import type { AnswerStore } from '../answer/answer-store.ts';
import type { Reader } from '../answer/reader.ts';
import { AppError } from '../errors.ts';
import type { Embedder } from '../index/embedder.ts';
import type { Generation, GenerationSource } from '../index/generation.ts';
import { checkRequest } from './check-request.ts';
import { findParagraph } from './find-paragraph.ts';
import type { AskRequest, Pincite, Readiness } from './pincite.ts';
import { searchParagraphs } from './search-paragraphs.ts';

/** What the facade is built from: ports, a clock and an id maker, all chosen by an entry. */
export interface PinciteParts {
  generations: GenerationSource;
  /** Null for keyword search alone. */
  embedder: Embedder | null;
  /** Null picks sentences without the trained reader. */
  reader: Reader | null;
  answers: AnswerStore;
  version: string;
  /** UTF-16 code units that a question or a search may have. */
  maxQuestionCharacters: number;
  /** What is said first to somebody who asks for help or advice. */
  helpSignpost: string;
  now: () => Date;
  /** Milliseconds from any fixed moment. */
  elapsedMs: () => number;
  /** An unguessable id. */
  newId: () => string;
  /** Things that an operator should know ("keyword search alone: …"). */
  notices: readonly string[];
}

/** Builds the facade that doors hold. Every method pins one generation for as long as it runs. */
export function createPincite(parts: PinciteParts): Pincite {
  const withGeneration = async <T>(work: (generation: Generation) => Promise<T>): Promise<T> => {
    const { generation, release } = await parts.generations.acquire();
    try {
      return await work(generation);
    } finally {
      release();
    }
  };
  return {
    ask: (request, options = {}) =>
      withGeneration((generation) => ask(request, options, { ...parts, generation })),
    search: (request, options = {}) =>
      withGeneration((generation) => {
        checkRequest(request.query, request.filters, parts.maxQuestionCharacters);
        const { embedder } = parts;
        return searchParagraphs(request, { generation, embedder, signal: options.signal });
      }),
    reports: () => withGeneration(async ({ reports }) => [...reports]),
    report: (id) => withGeneration((generation) => viewReport(generation, id)),
    paragraph: (report, id, edition) =>
      withGeneration((generation) =>
        findParagraph({ generation, answers: parts.answers, report, id, edition }),
      ),
    answer: async (id) => (await keptRecord(parts.answers, id)).answer,
    record: (id) => keptRecord(parts.answers, id),
    addFeedback: async (id, feedback) => {
      await keptRecord(parts.answers, id);
      await parts.answers.addFeedback(id, feedback, parts.now().toISOString());
    },
    deleteAnswer: async (id) => {
      // Nothing was there to delete: keptRecord says whether there ever was.
      if (!(await parts.answers.delete(id))) await keptRecord(parts.answers, id);
    },
    readiness: () => readiness(parts),
  };
}

type Pinned = PinciteParts & { generation: Generation };

async function ask(request: AskRequest, options: Parameters<Pincite['ask']>[1], parts: Pinned) {
  checkRequest(request.question, request.filters, parts.maxQuestionCharacters);
  const { generation, embedder, reader, version, helpSignpost, now, elapsedMs } = parts;
  const record = await answerQuestion(
    {
      text: request.question,
      history: request.history ?? [],
      filters: request.filters ?? {},
      ...(request.limit ? { limit: request.limit } : {}),
    },
    { generation, embedder, reader, version, helpSignpost, now, elapsedMs, id: parts.newId(), ...options },
  );
  await parts.answers.save(record);
  return record;
}

async function viewReport(generation: Generation, id: string) {
  const report = generation.reports.find((one) => one.id.toLowerCase() === id.toLowerCase());
  if (!report)
    throw new AppError('not_found', `There is no report "${id}"; GET /v1/reports lists those held`);
  return { report, paragraphs: await generation.store.paragraphsOf(report.id) };
}

async function keptRecord(answers: AnswerStore, id: string) {
  const kept = await answers.find(id);
  if (kept === 'deleted') throw new AppError('gone', 'This answer was deleted');
  if (!kept) throw noSuchAnswer(id);
  return kept;
}

function noSuchAnswer(id: string): AppError {
  return new AppError('not_found', `There is no answer "${id}"; the link may be cut short`);
}

async function readiness(parts: PinciteParts): Promise<Readiness> {
  try {
    const { generation, release } = await parts.generations.acquire();
    const { reports, paragraphs } = generation.manifest.counts;
    const meaning = parts.embedder !== null && generation.vectors !== null;
    release();
    const search = meaning ? 'meaning and keywords' : 'keywords alone';
    const unused = 'keyword search alone: the index holds no vectors; run pincite index to add them';
    const notices = parts.embedder && !generation.vectors ? [...parts.notices, unused] : [...parts.notices];
    return {
      ready: true,
      generation: generation.id,
      reports,
      paragraphs,
      search,
      notices,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return {
      ready: false,
      generation: null,
      reports: 0,
      paragraphs: 0,
      search: 'none',
      notices: [error.message],
    };
  }
}
