import { homedir } from 'node:os';
import { join } from 'node:path';
import { locateModel } from '../adapters/locate-model.ts';
import { parseConfig } from '../config.ts';
import { AppError } from '../errors.ts';

/** Fetches the embedding model ahead of the first start. Whatever fails is told, never fatal: search works without. */
async function fetchModel(say: (line: string) => void): Promise<void> {
  try {
    const { EMBEDDER, MODEL_DIR } = parseConfig(process.env);
    if (EMBEDDER !== 'local') return;
    const began = performance.now();
    const cacheDir = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
    const { source } = await locateModel({ modelDir: MODEL_DIR, cacheDir, onNotice: say });
    if (source === 'cache' || source === 'MODEL_DIR') return;
    say(`The model is there after ${((performance.now() - began) / 1000).toFixed(1)} s.`);
  } catch (error) {
    // The command that follows names wrong settings itself.
    if (error instanceof AppError && error.code === 'invalid_settings') return;
    say(
      `${error instanceof Error ? error.message : String(error)}\nUntil then, search is by keywords alone.`,
    );
  }
}

await fetchModel((line) => process.stderr.write(`${line}\n`));
