/**
 * Indexes a corpus with a quick stand-in for a model, as a process of its own that can be killed.
 * Arguments: index folder, corpus folder, milliseconds a batch, "force" or nothing. Prints "began", then one line of JSON.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { indexCorpus } from '../../src/entries/index-corpus.ts';
import { AppError } from '../../src/errors.ts';
import { fakeEmbedder } from '../index/sample-reports.ts';

const [indexDir = '', corpusDir = '', delay = '0', force = ''] = process.argv.slice(2);
const embedder = fakeEmbedder({ beforeBatch: () => wait(Number(delay)) });

process.stdout.write('began\n');
try {
  const result = await indexCorpus({ indexDir, corpusDir, embedder, version: '1', force: force === 'force' });
  process.stdout.write(`${JSON.stringify(result)}\n`);
} catch (error) {
  const code = error instanceof AppError ? error.code : 'unexpected';
  process.stdout.write(`${JSON.stringify({ code, message: String(error) })}\n`);
  process.exitCode = 1;
}
