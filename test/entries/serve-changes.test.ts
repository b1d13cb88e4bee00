import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { IndexCoordination } from '../../src/adapters/index-coordination.ts';
import { parseConfig } from '../../src/config.ts';
import { serveChanges } from '../../src/entries/serve-changes.ts';

vi.setConfig({ testTimeout: 60_000 });

const file = { name: 'pier.txt', bytes: new TextEncoder().encode('1. The pier is short.\n'), given: {} };

/** Changes of a folder with these files. */
async function changesOf(files: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'pincite-served-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const corpusDir = join(folder, 'corpus');
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(corpusDir, name, '..'), { recursive: true });
    await writeFile(join(corpusDir, name), text);
  }
  const settings = { EMBEDDER: 'none', CORPUS_DIR: corpusDir, INDEX_DIR: join(folder, 'index') };
  const told: string[] = [];
  const changes = await serveChanges(parseConfig(settings), (line) => told.push(line));
  onTestFinished(() => changes.close());
  return { changes, told, indexDir: settings.INDEX_DIR };
}

test('no more files wait in memory than a few: the next one is told to come later', async () => {
  const { changes } = await changesOf({ 'quay.txt': '1. The quay is long.\n' });
  const add = () => changes.add(file, { report: 'pier', confirmed: [] });
  const jobs = Array.from({ length: 20 }, add);
  expect(add).toThrow(expect.objectContaining({ code: 'index_busy' }));
  await changes.close();
  expect(new Set(jobs.map(({ problem }) => problem?.code))).toEqual(new Set(['interrupted']));
});

test('an administrator who adds a report is told what is wrong with the folder', async () => {
  const { changes } = await changesOf({ 'quay.txt': '1. The quay is long.\n', 'reports.json': '{"quay": ' });
  await expect(changes.read(file)).rejects.toMatchObject({
    code: 'report_refused',
    message: expect.stringMatching(/^Nothing can be added now\..*reports\.json: is not JSON/s),
  });
});

test('a change half-way that cannot be brought to its end is told, and stops nothing', async () => {
  const files = { 'quay.txt': '1. The quay is long.\n', '.pincite-change/plan.json': 'half of' };
  const { told } = await changesOf(files);
  await expect
    .poll(() => told.join('\n'), { timeout: 30_000 })
    .toMatch(/The changed folder: .*\.pincite-change: holds a change that was cut off and cannot be read/);
});

test('closing stops the process of the change under way, which says that nothing was changed', async () => {
  const { changes, told, indexDir } = await changesOf({ 'quay.txt': '1. The quay is long.\n' });
  const coordination = await IndexCoordination.open(indexDir);
  onTestFinished(() => coordination.close());
  await coordination.lock();
  const job = changes.add(file, { report: 'pier', confirmed: [] });
  await expect.poll(() => told.join('\n'), { timeout: 30_000 }).toContain('waits for it');
  expect(job.state).toBe('running');
  await changes.close();
  expect(job).toMatchObject({ state: 'failed', problem: { code: 'interrupted' } });
});
