import type { Generation } from '../index/generation.ts';
import type { StoredReport } from '../index/paragraph-store.ts';
import { stemsOf } from '../index/stem-words.ts';
import { contentStems, findSoughtWords } from '../retrieval/find-sought-words.ts';
import { rowsOfReports } from '../retrieval/scope.ts';
import type { Refusal } from './refuse.ts';

/**
 * Refuses a question that asks whether something is mentioned when an exhaustive search finds none of it: no paragraph,
 * heading, column head or piece of furniture of the reports in scope holds all the words of any of the things looked for.
 * `question` is the question with its spelling mended, so that a slip of the finger is not taken for an absence.
 */
export async function refuseAbsent(
  question: string,
  scope: readonly StoredReport[],
  generation: Generation,
): Promise<Refusal | null> {
  const sought = findSoughtWords(question);
  if (sought.length === 0 || scope.length === 0) return null;
  for (const words of sought) {
    if (await isHeld(contentStems(words), scope, generation)) return null;
  }
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    sought.map((words) => `“${words}”`),
  );
  const where = scope.length === 1 ? 'the report searched' : `the ${scope.length} reports searched`;
  return { code: 'silent', text: `An exhaustive search found ${list} nowhere in the text held of ${where}.` };
}

async function isHeld(
  stems: readonly string[],
  scope: readonly StoredReport[],
  generation: Generation,
): Promise<boolean> {
  const within = rowsOfReports(scope, generation.reports, 'rows');
  const range = within ? { within } : {};
  const hits = await generation.store.keywordSearch({ stems, match: 'all', limit: 1, ...range });
  if (hits.length > 0) return true;
  return scope.some(({ headings, columns, furniture }) => {
    const outside = new Set(stemsOf([...headings, ...columns, ...furniture].join('\n')));
    return stems.every((stem) => outside.has(stem));
  });
}
