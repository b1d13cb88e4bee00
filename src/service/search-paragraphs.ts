import type { Hit } from '../answer/answer.ts';
import { toHit } from '../answer/to-hit.ts';
import type { Embedder } from '../index/embedder.ts';
import type { Generation } from '../index/generation.ts';
import type { StoredReport } from '../index/paragraph-store.ts';
import { corpusKnowledge } from '../retrieval/corpus-knowledge.ts';
import { findExact } from '../retrieval/find-exact.ts';
import { findNumbered } from '../retrieval/find-numbered.ts';
import { findPassages } from '../retrieval/find-passages.ts';
import { highlightWords } from '../retrieval/highlight-words.ts';
import { fitsFilters } from '../retrieval/passage.ts';
import type { QuestionReading } from '../retrieval/question-reading.ts';
import { readQuestion } from '../retrieval/read-question.ts';
import { filterReports } from '../retrieval/scope.ts';
import type { SearchRequest } from './pincite.ts';

const usualHits = 10;

/** What a search found: the best hits, and how many paragraphs there are in all. */
export interface FoundHits {
  hits: Hit[];
  total: number;
}

interface SearchSetting {
  generation: Generation;
  embedder: Embedder | null;
  signal: AbortSignal | undefined;
}

/**
 * Finds paragraphs by their exact wording or by their words and meaning. Throws AppError `invalid_request` for filters
 * that name what is not held, `embedding_failed` when the embedder does.
 */
export async function searchParagraphs(request: SearchRequest, setting: SearchSetting): Promise<FoundHits> {
  const scope = filterReports(setting.generation.reports, request.filters ?? {});
  return request.match === 'exact'
    ? searchExact(request, scope, setting.generation)
    : searchMeaning(request, scope, setting);
}

async function searchExact(
  { query, filters = {}, limit = usualHits }: SearchRequest,
  scope: readonly StoredReport[],
  generation: Generation,
): Promise<FoundHits> {
  const found = await findExact({ generation, wording: query, scope, filters });
  const hits = found.slice(0, limit).map(({ paragraph, report, spans }) => {
    const highlights = spans.map(({ start, end }): [number, number] => [start, end]);
    return toHit({ paragraph, report, score: 1, highlights });
  });
  return { hits, total: found.length };
}

async function searchMeaning(
  { query, filters = {}, limit = usualHits }: SearchRequest,
  scope: readonly StoredReport[],
  { generation, embedder, signal }: SearchSetting,
): Promise<FoundHits> {
  const knowledge = corpusKnowledge(generation);
  const reading = readQuestion({ text: query, history: [], knowledge, reports: scope });
  const numbered = await numberedHits(reading, { generation, scope, filters });
  const { passages, total } = await findPassages({
    generation,
    embedder,
    reading,
    filters,
    limit,
    ...(signal ? { signal } : {}),
  });
  const isNumbered = (hit: Hit) =>
    numbered.some((one) => one.report === hit.report && one.paragraph === hit.paragraph);
  const others = passages
    .map(({ paragraph, report, score }) =>
      toHit({ paragraph, report, score, highlights: highlightWords(paragraph.text, reading.stems) }),
    )
    .filter((hit) => !isNumbered(hit));
  const hits = [...numbered, ...others];
  return { hits: hits.slice(0, limit), total: Math.max(total, hits.length) };
}

/** The paragraphs that carry the number that a search consists of: they come first. */
async function numberedHits(
  { paragraphNumber, reports }: QuestionReading,
  {
    generation,
    scope,
    filters,
  }: Pick<SearchSetting, 'generation'> & {
    scope: readonly StoredReport[];
    filters: NonNullable<SearchRequest['filters']>;
  },
): Promise<Hit[]> {
  if (paragraphNumber === null) return [];
  const named = scope.filter(({ id }) => reports.includes(id));
  const found = await findNumbered(generation, named, paragraphNumber);
  return found.flatMap((paragraph) => {
    const report = named.find((one) => one.id === paragraph.report);
    const fits = report && fitsFilters(paragraph, filters);
    return fits ? [toHit({ paragraph, report, score: 1, highlights: [] })] : [];
  });
}
