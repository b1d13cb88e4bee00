import type { Embedder } from '../index/embedder.ts';
import type { Generation } from '../index/generation.ts';
import type { StoredReport } from '../index/paragraph-store.ts';
import { type FusedRow, fuseRankings } from './fuse-rankings.ts';
import { type Filters, fitsFilters, type Passage, type PassageSentence } from './passage.ts';
import type { QuestionReading } from './question-reading.ts';
import { rowsOfReports } from './scope.ts';

/** How many paragraphs each list contributes, and how many sentences are looked at for each of them. */
const listLength = 50;
const sentencesPerParagraph = 3;
/** How much likelier a paragraph of the asked kind is. */
const askedKindFactor = 1.4;
/** Lists grow by this much when hits are filtered afterwards by kind or form. */
const filteredFactor = 6;

export interface PassageQuery {
  generation: Generation;
  embedder: Embedder | null;
  reading: QuestionReading;
  filters: Pick<Filters, 'kind' | 'form'>;
  limit: number;
  /** Searched apart from the others: report by report, so that a long report does not crowd out a short one. */
  reportByReport?: boolean;
  signal?: AbortSignal;
}

/** What a search found, and the vector of the question where there is one. */
export interface FoundPassages {
  /** Best first. */
  passages: Passage[];
  /** Paragraphs that any list found, before the limit. */
  total: number;
  vector: Float32Array | null;
}

/**
 * Finds the paragraphs that a question is about: by keywords, by the meaning of paragraphs and by the meaning of single
 * sentences, fused by rank. Without vectors the keywords stand alone.
 */
export async function findPassages(query: PassageQuery): Promise<FoundPassages> {
  const { generation, reading } = query;
  const scope = generation.reports.filter((report) => reading.reports.includes(report.id));
  if (scope.length === 0) return { passages: [], total: 0, vector: null };
  const vector = await embedQuestion(query);
  const scopes = query.reportByReport ? scope.map((report) => [report]) : [scope];
  const lists = await Promise.all(scopes.map((reports) => searchScope(query, reports, vector)));
  const found = lists.flat();
  const limited = lists.flatMap((list) => list.slice(0, query.limit));
  return { passages: limited.toSorted((a, b) => b.score - a.score), total: found.length, vector };
}

async function searchScope(
  query: PassageQuery,
  scope: readonly StoredReport[],
  vector: Float32Array | null,
): Promise<Passage[]> {
  const { generation, reading, filters } = query;
  const factor = filters.kind || filters.form ? filteredFactor : 1;
  const lists: ListSearch = { generation, scope, length: listLength * factor };
  const rankings = await Promise.all([
    keywordRows(lists, reading.stems),
    vector ? paragraphRows(lists, vector) : [],
    vector ? sentenceRows(lists, vector) : [],
  ]);
  const fused = fuseRankings(rankings.map((rows) => ({ rows, weight: 1 })));
  return toPassages({ query, fused, scope, vector });
}

async function embedQuestion({
  generation,
  embedder,
  reading,
  signal,
}: PassageQuery): Promise<Float32Array | null> {
  if (!generation.vectors || !embedder || reading.searchText === '') return null;
  return embedder.embedQuestion(reading.searchText, signal ? { signal } : {});
}

interface ListSearch {
  generation: Generation;
  scope: readonly StoredReport[];
  length: number;
}

async function keywordRows(
  { generation, scope, length }: ListSearch,
  stems: readonly string[],
): Promise<number[]> {
  if (stems.length === 0) return [];
  const within = rowsOfReports(scope, generation.reports, 'rows');
  const hits = await generation.store.keywordSearch({
    stems,
    match: 'any',
    limit: length,
    ...(within ? { within } : {}),
  });
  return hits.map((hit) => hit.row);
}

async function paragraphRows(
  { generation, scope, length }: ListSearch,
  vector: Float32Array,
): Promise<number[]> {
  const within = rowsOfReports(scope, generation.reports, 'rows');
  const hits = (await generation.vectors?.paragraphs.search(vector, length, within)) ?? [];
  return hits.map((hit) => hit.row);
}

/** Paragraphs in the order of their best sentence. */
async function sentenceRows(
  { generation, scope, length }: ListSearch,
  vector: Float32Array,
): Promise<number[]> {
  const within = rowsOfReports(scope, generation.reports, 'sentenceRows');
  const hits =
    (await generation.vectors?.sentences.search(vector, length * sentencesPerParagraph, within)) ?? [];
  const owners = await generation.store.paragraphRowsOf(hits.map((hit) => hit.row));
  return [...new Set(owners)].slice(0, length);
}

async function toPassages(found: {
  query: PassageQuery;
  fused: FusedRow[];
  scope: readonly StoredReport[];
  vector: Float32Array | null;
}): Promise<Passage[]> {
  const { query, fused, scope, vector } = found;
  const paragraphs = await query.generation.store.paragraphsAt(fused.map(({ row }) => row));
  const byRow = new Map(paragraphs.map((paragraph) => [paragraph.row, paragraph]));
  const reports = new Map(scope.map((report) => [report.id, report]));
  const passages = fused.flatMap(({ row, score, places }): Passage[] => {
    const paragraph = byRow.get(row);
    const report = paragraph && reports.get(paragraph.report);
    if (!paragraph || !report || !fitsFilters(paragraph, query.filters)) return [];
    const [keyword, meaning, sentence] = places;
    const ranks = {
      ...(keyword ? { keyword } : {}),
      ...(meaning ? { paragraph: meaning } : {}),
      ...(sentence ? { sentence } : {}),
    };
    const preference =
      (query.reading.preferred[report.id] ?? 1) *
      (paragraph.kind === query.reading.kind ? askedKindFactor : 1);
    return [{ paragraph, report, score: score * preference, ranks, sentences: [] }];
  });
  const best = passages.toSorted((a, b) => b.score - a.score);
  await addSentences(best.slice(0, query.limit), query.generation, vector);
  return best;
}

async function addSentences(
  passages: Passage[],
  generation: Generation,
  vector: Float32Array | null,
): Promise<void> {
  const byRow = new Map(passages.map((passage) => [passage.paragraph.row, passage]));
  const sentences = await generation.store.sentencesOf([...byRow.keys()]);
  const similarities =
    vector && generation.vectors
      ? await generation.vectors.sentences.similarities(
          vector,
          sentences.map((sentence) => sentence.row),
        )
      : [];
  sentences.forEach(({ paragraphRow, start, end }, index) => {
    const sentence: PassageSentence = { start, end, similarity: similarities[index] ?? null };
    byRow.get(paragraphRow)?.sentences.push(sentence);
  });
}
