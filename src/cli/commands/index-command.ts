import type { Command } from 'commander';
import { AppError } from '../../errors.ts';
import { countInWords } from '../../paragraphs/count-in-words.ts';
import { type CliContext, writeJson } from '../cli-context.ts';
import type { IndexRequest, IndexSummary } from '../cli-services.ts';
import { createProgress, timeInWords } from '../progress.ts';

/** `pincite index`: reads the corpus and brings the index up to date. */
export function addIndexCommand(program: Command, context: CliContext): void {
  program
    .command('index')
    .description('read the reports of CORPUS_DIR and bring the index up to date')
    .option('--force', 'build the index even if nothing changed')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  pincite index\n  CORPUS_DIR=papers INDEX_DIR=papers-index pincite index --force',
    )
    .action(async (options: { force?: boolean; json?: boolean }) => {
      const summary = await indexWithProgress(context, { force: options.force ?? false });
      if (options.json) writeJson(context, summary);
      else context.terminal.output.write(`${describeIndexing(summary)}\n`);
    });
}

/** Indexes, shows how far it is, and leaves the terminal clean whatever happens. */
export async function indexWithProgress(
  context: CliContext,
  how: Pick<IndexRequest, 'force' | 'leaveOut'>,
): Promise<IndexSummary> {
  const progress = createProgress(context.terminal);
  try {
    return await context.services.index({
      ...how,
      signal: context.signal,
      onProgress: (work) => progress.update(work),
      onNotice: (text) => progress.say(text),
    });
  } catch (error) {
    throw error instanceof AppError && error.code === 'interrupted' ? explainStop(error) : error;
  } finally {
    progress.end();
  }
}

/** Whichever part was stopped, the user wants to know what became of the rest. */
function explainStop(cause: AppError): AppError {
  const message =
    'indexing was stopped. Nothing is lost: the index in use is as it was, and the next run goes on from here.';
  return new AppError('interrupted', message, { cause });
}

/** What an indexing run came to, as a sentence or two. */
export function describeIndexing(summary: IndexSummary): string {
  const { reports, paragraphs, sentences } = summary.counts;
  const size = `${countInWords(reports, 'report')}, ${countInWords(paragraphs, 'paragraph')}, ${countInWords(sentences, 'sentence')}`;
  if (!summary.changed) return `The index is up to date (${summary.generation}: ${size}).`;
  const took =
    summary.milliseconds < 1000 ? `${summary.milliseconds} ms` : timeInWords(summary.milliseconds / 1000);
  const embedded = `${countInWords(summary.embedded, 'text')} embedded, ${summary.reused.toLocaleString('en-GB')} as before`;
  return `Indexed ${size} in ${took} (${embedded}). In use: ${summary.generation}.`;
}
