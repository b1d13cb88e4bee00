import type { Hit } from '../answer/answer.ts';
import { answerQuestion } from '../answer/answer-question.ts';
import type { AnswerStore } from '../answer/answer-store.ts';
import { toHit } from '../answer/to-hit.ts';
import { AppError } from '../errors.ts';
import type { Embedder } from '../index/embedder.ts';
import type { Generation, GenerationSource } from '../index/generation.ts';
import type { StoredReport } from '../index/paragraph-store.ts';
import { corpusKnowledge } from '../retrieval/corpus-knowledge.ts';
import { findExact } from '../retrieval/find-exact.ts';
import { findNumbered } from '../retrieval/find-numbered.ts';
import { findPassages } from '../retrieval/find-passages.ts';
import { highlightWords } from '../retrieval/highlight-words.ts';
import { readQuestion } from '../retrieval/read-question.ts';
import { filterReports } from '../retrieval/scope.ts';
import { findParagraph } from './find-paragraph.ts';
import type { AskRequest, Pincite, Readiness, SearchRequest } from './pincite.ts';

const usualHits = 10;

/** What the facade is built from: ports, a clock and an id maker, all chosen by an entry. */
export interface PinciteParts {
  generations: GenerationSource;
  /** Null for keyword search alone. */
  embedder: Embedder | null;
  answers: AnswerStore;
  version: string;
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
      withGeneration((generation) => search(request, options.signal, { ...parts, generation })),
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
      if (!(await parts.answers.delete(id))) throw noSuchAnswer(id);
    },
    readiness: () => readiness(parts),
  };
}

type Pinned = PinciteParts & { generation: Generation };

async function ask(request: AskRequest, options: Parameters<Pincite['ask']>[1], parts: Pinned) {
  const { generation, embedder, version, helpSignpost, now, elapsedMs } = parts;
  const record = await answerQuestion(
    {
      text: request.question,
      history: request.history ?? [],
      filters: request.filters ?? {},
      ...(request.limit ? { limit: request.limit } : {}),
    },
    { generation, embedder, version, helpSignpost, now, elapsedMs, id: parts.newId(), ...options },
  );
  await parts.answers.save(record);
  return record;
}

async function search(request: SearchRequest, signal: AbortSignal | undefined, parts: Pinned) {
  const { generation, embedder } = parts;
  const filters = request.filters ?? {};
  const limit = request.limit ?? usualHits;
  const scope = filterReports(generation.reports, filters);
  if (request.match === 'exact') {
    const found = await findExact({ generation, wording: request.query, scope, filters });
    const hits = found.slice(0, limit).map(({ paragraph, report, spans }): Hit => {
      const highlights = spans.map(({ start, end }): [number, number] => [start, end]);
      return toHit({ paragraph, report, score: 1, highlights });
    });
    return { hits, total: found.length };
  }
  const knowledge = corpusKnowledge(generation);
  const reading = readQuestion({ text: request.query, history: [], knowledge, reports: scope });
  const { passages, total } = await findPassages({
    generation,
    embedder,
    reading,
    filters,
    limit,
    ...(signal ? { signal } : {}),
  });
  const numbered = await numberedHits(generation, scope, reading.paragraphNumber);
  const others = passages
    .filter(
      ({ paragraph }) =>
        !numbered.some((hit) => hit.report === paragraph.report && hit.paragraph === paragraph.id),
    )
    .map(({ paragraph, report, score }) =>
      toHit({ paragraph, report, score, highlights: highlightWords(paragraph.text, reading.stems) }),
    );
  return { hits: [...numbered, ...others].slice(0, limit), total: Math.max(total, numbered.length) };
}

/** The paragraphs that carry the number that a search consists of: they come first. */
async function numberedHits(
  generation: Generation,
  scope: readonly StoredReport[],
  number: string | null,
): Promise<Hit[]> {
  if (number === null) return [];
  const found = await findNumbered(generation, scope, number);
  return found.flatMap((paragraph) => {
    const report = scope.find((one) => one.id === paragraph.report);
    return report ? [toHit({ paragraph, report, score: 1, highlights: [] })] : [];
  });
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
