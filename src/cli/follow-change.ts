import type { ChangedIndex, ChangeOptions } from '../corpus/change-result.ts';
import { AppError } from '../errors.ts';
import { countInWords } from '../paragraphs/count-in-words.ts';
import type { CliContext } from './cli-context.ts';
import { createProgress } from './progress.ts';

/** Makes a change of the corpus, shows how far it is, and leaves the terminal clean whatever happens. */
export async function followChange<T>(
  { terminal, signal }: CliContext,
  change: (options: ChangeOptions) => Promise<T>,
): Promise<T> {
  const progress = createProgress(terminal);
  try {
    return await change({
      signal,
      onProgress: (work) => progress.update(work),
      onNotice: (text) => progress.say(text),
    });
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'interrupted') throw cause;
    throw new AppError('interrupted', 'stopped: the reports and the index are as they were.', { cause });
  } finally {
    progress.end();
  }
}

/** What the index came to after a change, in a sentence or two. */
export function describeChange({ counts, embedded, reused, generation, kept }: ChangedIndex): string {
  const held = `${countInWords(counts.reports, 'report')}, ${countInWords(counts.paragraphs, 'paragraph')} are held`;
  const texts = `${countInWords(embedded, 'text')} embedded, ${reused.toLocaleString('en-GB')} as before`;
  const undo = kept.map(
    (path) => `\nThe file held before is kept. To bring it back: pincite add ${quote(path)}`,
  );
  return `${held} (${texts}). In use: ${generation}.${undo.join('')}`;
}

function quote(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
