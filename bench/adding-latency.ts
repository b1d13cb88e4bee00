import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { rawPdf, textPage } from '../test/adapters/pdf-raw.ts';
import { inWords, type Measurement, quantile, spread, timed } from './measurement.ts';
import { createRandom } from './random.ts';
import { askOverHttp, startServerProcess } from './server-process.ts';

const factor = 3;
const adminKey = 'admin-key-of-the-bench';
const headers = { Authorization: `Bearer ${adminKey}` };
const pollMs = 500;

/**
 * Asks questions of a running server while a report of many pages is added to it over HTTP, and beside it the same
 * questions while nothing else happens, before and after. Every question has to be answered.
 */
export async function measureAdding(options: {
  corpusDir: string;
  indexDir: string;
  scratch: string;
  questions: readonly string[];
  pages: number;
}): Promise<Measurement> {
  const { scratch, questions, pages } = options;
  const folders = {
    corpusDir: join(scratch, 'adding-corpus'),
    indexDir: join(scratch, 'adding-index'),
    stateDir: join(scratch, 'adding-state'),
  };
  await cp(options.corpusDir, folders.corpusDir, { recursive: true });
  await cp(options.indexDir, folders.indexDir, { recursive: true });
  const server = await startServerProcess({ ...folders, reader: 'none', adminKey });
  try {
    const askAll = async (into: number[]) => {
      for (const question of questions) into.push((await timed(() => askOverHttp(server.url, question))).ms);
    };
    await askAll([]);
    const quiet: number[] = [];
    const meanwhile: number[] = [];
    for (let round = 0; round < 2; round++) await askAll(quiet);
    const begun = performance.now();
    const job = await beginAdding(server.url, pages);
    let state = 'queued';
    const watching = (async () => {
      while (!['done', 'failed'].includes(state)) {
        await new Promise((resolve) => setTimeout(resolve, pollMs));
        state = await stateOf(server.url, job);
      }
    })();
    while (!['done', 'failed'].includes(state)) await askAll(meanwhile);
    await watching;
    if (state !== 'done') throw new Error('The report could not be added, so there is nothing to measure.');
    const took = performance.now() - begun;
    for (let round = 0; round < 2; round++) await askAll(quiet);
    const [measured, beside] = [quantile(meanwhile, 0.95), quantile(quiet, 0.95)];
    return {
      name: `answer while ${pages} pages of PDF are added (${meanwhile.length} questions in ${inWords(took)})`,
      measured: `p50 / p95 ${spread(meanwhile)}`,
      beside: `quiet, before and after ${spread(quiet)}`,
      ratio: measured / beside,
      bound: `p95 ≤ ${factor} × quiet`,
      within: measured <= factor * beside,
    };
  } finally {
    await server.stop();
  }
}

async function beginAdding(url: string, pages: number): Promise<string> {
  const body = new FormData();
  body.set('file', new File([new Uint8Array(makePdf(pages))], 'made-up-2024.pdf'));
  const response = await fetch(`${url}/v1/reports`, { method: 'POST', headers, body });
  const { id, detail } = (await response.json()) as { id: string; detail?: string };
  if (response.status !== 202) throw new Error(`The report was not taken: ${response.status} ${detail}`);
  return id;
}

async function stateOf(url: string, job: string): Promise<string> {
  return ((await (await fetch(`${url}/v1/jobs/${job}`, { headers })).json()) as { state: string }).state;
}

const nouns = 'crane harbour quay tide ferry warden lock bridge ledger tunnel signal depot'.split(' ');
const verbs = 'saw mended counted closed opened painted measured moved checked lost'.split(' ');

/** Numbered paragraphs of made-up words, some six to a page. */
function makePdf(pages: number): Uint8Array {
  const random = createRandom(pages);
  const one = (words: readonly string[]) => words[random.whole(words.length)] ?? '';
  const sentence = () =>
    `The ${one(nouns)} of the ${one(nouns)} ${one(verbs)} ${random.whole(900)} times near ${one(nouns)} ${random.whole(90)}.`;
  let number = 0;
  const paragraph = () => [`${++number}. ${sentence()}`, sentence(), sentence(), ''];
  return rawPdf(Array.from({ length: pages }, () => textPage(Array.from({ length: 6 }, paragraph).flat())));
}
