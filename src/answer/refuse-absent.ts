import type { Generation } from '../index/generation.ts';
import type { StoredReport } from '../index/paragraph-store.ts';
import { contentStems, findSoughtWords } from '../retrieval/find-sought-words.ts';
import { rowsOfReports } from '../retrieval/scope.ts';
import type { Refusal } from './refuse.ts';

/**
 * Refuses a question that asks whether something is mentioned when an exhaustive search finds none of it: no paragraph,
 * heading or title of the reports in scope holds all the words of any of the things looked for.
 */
export async function refuseAbsent(
  question: string,
  scope: readonly StoredReport[],
  generation: Generation,
): Promise<Refusal | null> {
  const sought = findSoughtWords(question);
  if (sought.length === 0 || scope.length === 0) return null;
  const within = rowsOfReports(scope, generation.reports, 'rows');
  for (const words of sought) {
    const stems = contentStems(words);
    const hits = await generation.store.keywordSearch({
      stems,
      match: 'all',
      limit: 1,
      ...(within ? { within } : {}),
    });
    if (hits.length > 0) return null;
  }
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    sought.map((words) => `“${words}”`),
  );
  return { code: 'silent', text: `An exhaustive search found ${list} nowhere in the text held.` };
}
