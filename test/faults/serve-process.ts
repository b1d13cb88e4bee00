/**
 * Answers keyword queries from an index, over and over, as a process of its own, until its input ends. Prints one line
 * of JSON: how many answers, from which generations, how many failures. Argument: index folder.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { watchGenerations } from '../../src/adapters/generation-watcher.ts';

const [indexDir = ''] = process.argv.slice(2);
const tally = { answers: 0, failures: [] as string[], generations: [] as string[], notices: [] as string[] };
const watcher = await watchGenerations(indexDir, {
  model: null,
  pollMs: 20,
  onNotice: (notice) => tally.notices.push(notice),
});
let open = true;
process.stdin.on('end', () => {
  open = false;
});
process.stdin.resume();
process.stdout.write('ready\n');
while (open) {
  const { generation, release } = await watcher.acquire();
  if (tally.generations.at(-1) !== generation.id) tally.generations.push(generation.id);
  try {
    const query = { stems: ['children', 'council'], match: 'any', limit: 5 } as const;
    const hits = await generation.store.keywordSearch(query);
    await wait(5);
    const found = await generation.store.paragraphsAt(hits.map(({ row }) => row));
    if (found.length === 0) throw new Error('found nothing');
    tally.answers++;
  } catch (error) {
    tally.failures.push(String(error));
  } finally {
    release();
  }
}
await watcher.close();
process.stdout.write(`${JSON.stringify(tally)}\n`);
