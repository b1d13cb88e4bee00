import { openCurrent } from '../src/adapters/generation-reader.ts';
import type { Embedder } from '../src/index/embedder.ts';
import type { Generation } from '../src/index/generation.ts';
import { corpusKnowledge } from '../src/retrieval/corpus-knowledge.ts';
import { readQuestion } from '../src/retrieval/read-question.ts';
import { rowsOfReports } from '../src/retrieval/scope.ts';
import { type Measurement, quantile, spread, timed } from './measurement.ts';
import { askOverHttp, startServerProcess } from './server-process.ts';

// As long as the lists that an answer is chosen from.
const paragraphsSearched = 50;
const sentencesSearched = 150;

const factor = 2;
const allowanceMs = 5;

/**
 * Asks each question over real HTTP, and beside it does by hand what no answer can do without: embed the question,
 * query the keywords, search both sets of vectors. Both in turn, in changing order, in the same run.
 */
export async function measureAnswerLatency(options: {
  name: string;
  indexDir: string;
  stateDir: string;
  questions: readonly string[];
  rounds: number;
  embedder: Embedder;
}): Promise<Measurement> {
  const { embedder, indexDir, rounds } = options;
  const generation = await openCurrent(indexDir, { model: embedder.model, coordination: null });
  const server = await startServerProcess({ ...options, reader: 'none' });
  try {
    const questions = await answeredOnes(options.questions, server.url);
    const bare: number[] = [];
    const answers: number[] = [];
    const searchBare = async (question: string) =>
      bare.push((await timed(() => searchByHand(question, generation, embedder))).ms);
    const ask = async (question: string) =>
      answers.push((await timed(() => askOverHttp(server.url, question))).ms);
    // The first round only warms both up.
    for (let round = 0; round <= rounds; round++) {
      for (const [place, question] of questions.entries()) {
        const inTurn = (round + place) % 2 === 0 ? [searchBare, ask] : [ask, searchBare];
        for (const measure of inTurn) await measure(question);
      }
      if (round === 0) bare.length = answers.length = 0;
    }
    return judge(`${options.name} (${questions.length} questions × ${rounds})`, answers, bare);
  } finally {
    await server.stop();
    await generation.close();
  }
}

function judge(name: string, answers: readonly number[], bare: readonly number[]): Measurement {
  const [measured, beside] = [quantile(answers, 0.95), quantile(bare, 0.95)];
  return {
    name: `answer over HTTP, ${name}`,
    measured: `p50 / p95 ${spread(answers)}`,
    beside: `embedding + keywords + vectors ${spread(bare)}`,
    ratio: measured / beside,
    bound: `p95 ≤ ${factor} × ${beside.toFixed(1)} + ${allowanceMs} = ${(factor * beside + allowanceMs).toFixed(1)} ms`,
    within: measured <= factor * beside + allowanceMs,
  };
}

/** A refusal may need no search at all, so only answered questions are compared. */
async function answeredOnes(questions: readonly string[], url: string): Promise<string[]> {
  const answered: string[] = [];
  for (const question of questions) {
    if ((await askOverHttp(url, question)) === 'answered') answered.push(question);
  }
  if (answered.length === 0) throw new Error('No question was answered, so there is nothing to measure.');
  return answered;
}

const readings = new WeakMap<Generation, Map<string, ReturnType<typeof prepare>>>();

async function searchByHand(question: string, generation: Generation, embedder: Embedder): Promise<void> {
  const { searchText, stems, rows, sentenceRows } = prepared(question, generation);
  const vector = await embedder.embedQuestion(searchText);
  const within = rows ? { within: rows } : {};
  await generation.store.keywordSearch({ stems, match: 'any', limit: paragraphsSearched, ...within });
  await generation.vectors?.paragraphs.search(vector, paragraphsSearched, rows);
  await generation.vectors?.sentences.search(vector, sentencesSearched, sentenceRows);
}

/** Reading the question is no part of the bare cost: it is done before the clock runs. */
function prepared(question: string, generation: Generation) {
  const known = readings.get(generation) ?? new Map<string, ReturnType<typeof prepare>>();
  readings.set(generation, known);
  const reading = known.get(question) ?? prepare(question, generation);
  known.set(question, reading);
  return reading;
}

function prepare(question: string, generation: Generation) {
  const { reports } = generation;
  const reading = readQuestion({
    text: question,
    history: [],
    knowledge: corpusKnowledge(generation),
    reports,
  });
  const scope = reports.filter(({ id }) => reading.reports.includes(id));
  return {
    searchText: reading.searchText,
    stems: reading.stems,
    rows: rowsOfReports(scope, reports, 'rows'),
    sentenceRows: rowsOfReports(scope, reports, 'sentenceRows'),
  };
}
