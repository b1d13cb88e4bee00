import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openCurrent } from '../../src/adapters/generation-reader.ts';

/** A long fault script: it prints a line a case and counts. */
export type FaultScript = (options: { seed: number; print: (line: string) => void }) => Promise<FaultSummary>;

export interface FaultSummary {
  passed: number;
  failed: number;
  /** Why nothing was tried. */
  skipped?: string;
}

/** Opens the index as a server would and asks it; gives the generation that answered. Throws when none does. */
export async function askIndex(indexDir: string): Promise<string> {
  const generation = await openCurrent(indexDir, { model: null, coordination: null });
  try {
    const query = { stems: ['children', 'social', 'worker'], match: 'any', limit: 10 } as const;
    const hits = await generation.store.keywordSearch(query);
    const found = await generation.store.paragraphsAt(hits.map(({ row }) => row));
    if (found.length < 10) throw new Error(`only ${found.length} paragraphs were found`);
    return generation.id;
  } finally {
    await generation.close();
  }
}

/** Adds a paragraph to a report of the corpus, so that there is something to index. */
export async function changeCorpus(corpusDir: string, file: string, round: number): Promise<void> {
  const text = await readFile(join(corpusDir, file), 'utf8');
  const words = `Visit number ${round} to the children of this area was made on time by a social worker.`;
  await writeFile(join(corpusDir, file), `${text.trimEnd()}\n\n${words}\n`);
}
