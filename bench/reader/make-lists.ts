/**
 * Makes the lists that `train.py` learns from out of made-up reports, with the project's own splitting and search, so that the
 * wrong sentences are those that would have been quoted:
 * `node bench/reader/make-lists.ts --reports bench/reader/made-up-reports.txt --out LISTS.jsonl`.
 * Reports are indexed six at a time, as somebody's corpus might be.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openCurrent } from '../../src/adapters/generation-reader.ts';
import { inContext } from '../../src/answer/quote/read-sentences.ts';
import { weighSentences } from '../../src/answer/quote/weigh-sentences.ts';
import { parseConfig } from '../../src/config.ts';
import { buildEmbedder } from '../../src/entries/build-embedder.ts';
import { indexCorpus } from '../../src/entries/index-corpus.ts';
import { version } from '../../src/entries/version.ts';
import type { Embedder } from '../../src/index/embedder.ts';
import type { Generation } from '../../src/index/generation.ts';
import { corpusKnowledge } from '../../src/retrieval/corpus-knowledge.ts';
import { findPassages } from '../../src/retrieval/find-passages.ts';
import { readQuestion } from '../../src/retrieval/read-question.ts';
import {
  type MadeUpQuestion,
  type MadeUpReport,
  metadataOf,
  parseMadeUpReports,
  toMarkdown,
} from './made-up-report.ts';

const reportsOfCorpus = 6;
const passagesSearched = 12;
const sentencesListed = 40;

/** What the model is shown: sentences that answer, sentences that bear on the answer, and others, the hardest first. */
interface List {
  question: string;
  report: string;
  kind: string;
  evidence: string[];
  partly: string[];
  /** Of a question without an answer: the sentences that come nearest. */
  near: string[];
  others: string[];
}

/** Sentences compare without marks of layout, so that a table row is found again in its Markdown. */
const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%£]+/gu, ' ')
    .trim();

async function indexReports(reports: readonly MadeUpReport[], folder: string, embedder: Embedder) {
  const corpusDir = join(folder, 'corpus');
  const indexDir = join(folder, 'index');
  await mkdir(corpusDir, { recursive: true });
  for (const report of reports) await writeFile(join(corpusDir, `${report.name}.md`), toMarkdown(report));
  const metadata = Object.fromEntries(reports.map((report) => [report.name, metadataOf(report)]));
  await writeFile(join(corpusDir, 'reports.json'), JSON.stringify(metadata));
  await indexCorpus({ corpusDir, indexDir, embedder, version, force: true });
  return openCurrent(indexDir, { model: embedder.model, coordination: null });
}

async function makeList(
  question: MadeUpQuestion,
  report: MadeUpReport,
  { generation, embedder }: { generation: Generation; embedder: Embedder },
): Promise<List> {
  const knowledge = corpusKnowledge(generation);
  const { reports } = generation;
  const reading = readQuestion({ text: question.question, history: [], knowledge, reports });
  const { passages } = await findPassages({
    generation,
    embedder,
    reading,
    filters: {},
    limit: passagesSearched,
  });
  const weighed = weighSentences(passages, reading, knowledge).slice(0, sentencesListed);
  const named = metadataOf(report)
    .authorityShort.split(' ')
    .some((word) => question.question.includes(word));
  const textOf = (ids: readonly string[]) =>
    new Set(report.sentences.filter(({ id }) => ids.includes(id)).map(({ text }) => bare(text)));
  const [answers, nearAnswers] = [textOf(question.evidence), textOf(question.near)];
  const list: List = {
    question: reading.fullText,
    report: report.name,
    kind: question.kind,
    evidence: [],
    partly: [],
    near: [],
    others: [],
  };
  for (const sentence of weighed) {
    const own = sentence.passage.report.id === report.name;
    const words = bare(sentence.text);
    // Where no body is named, another one's report may well answer: neither right nor wrong.
    if (!own && !named) continue;
    if (own && answers.has(words)) list.evidence.push(inContext(sentence));
    else if (own && nearAnswers.has(words))
      list[answers.size > 0 ? 'partly' : 'near'].push(inContext(sentence));
    else list.others.push(inContext(sentence));
  }
  if (answers.size === 0) list.others.unshift(...list.near);
  return list;
}

const { values } = parseArgs({ options: { reports: { type: 'string' }, out: { type: 'string' } } });
if (!values.reports || !values.out) throw new Error('Say --reports FILE and --out FILE.');
const reports = parseMadeUpReports(await readFile(values.reports, 'utf8'));
const work = await mkdtemp(join(tmpdir(), 'pincite-lists-'));
const { embedder } = await buildEmbedder(parseConfig(process.env), { onNotice: () => undefined });
if (!embedder) throw new Error('The lists need the embedding model.');
const lists: List[] = [];
try {
  for (let start = 0; start < reports.length; start += reportsOfCorpus) {
    const some = reports.slice(start, start + reportsOfCorpus);
    const generation = await indexReports(some, join(work, String(start)), embedder);
    for (const report of some) {
      for (const question of report.questions)
        lists.push(await makeList(question, report, { generation, embedder }));
    }
    await generation.close();
    process.stdout.write(
      `${Math.min(reports.length, start + reportsOfCorpus)} of ${reports.length} reports\n`,
    );
  }
} finally {
  await embedder.close();
  await rm(work, { recursive: true, force: true });
}
// A list whose answer the search did not find teaches nothing about telling sentences apart.
const useful = lists.filter(
  ({ kind, evidence, others }) => others.length > 0 && (evidence.length > 0 || kind.startsWith('none')),
);
await writeFile(values.out, useful.map((list) => `${JSON.stringify(list)}\n`).join(''));
process.stdout.write(`${useful.length} lists of ${lists.length} questions\n`);
