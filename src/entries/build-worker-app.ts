import type { OpenAPIHono } from '@hono/zod-openapi';
import { createD1Database, type D1Binding } from '../adapters/d1-database.ts';
import { openD1Generation, type VectorSource } from '../adapters/d1-generation.ts';
import { createJsonLogger } from '../adapters/json-logger.ts';
import { openSqlAnswerStore } from '../adapters/sql-answer-store.ts';
import { parseConfig } from '../config.ts';
import { createApp } from '../http/app.ts';
import type { HttpEnvironment } from '../http/http-environment.ts';
import type { Embedder } from '../index/embedder.ts';
import type { Generation, GenerationSource } from '../index/generation.ts';
import { createPincite } from '../service/create-pincite.ts';
import { newAnswerId } from './new-answer-id.ts';
import { pageOptions } from './page-options.ts';
import { version } from './version.ts';

/** What is used of an R2 bucket. */
interface BucketBinding {
  get(key: string): Promise<{ arrayBuffer(): Promise<ArrayBuffer> } | null>;
}

/** What the Worker finds in its environment, beside the settings. */
export interface WorkerBindings {
  /** The database of one generation: its paragraphs, its keyword index and its manifest. */
  INDEX: D1Binding;
  /** The database of kept answers; it outlives generations. */
  STATE: D1Binding;
  /** Holds `<generation>/paragraph-vectors.f32` and `<generation>/sentence-vectors.f32`. */
  VECTORS?: BucketBinding;
}

/** Puts the app together on Workers. Without an embedder it searches by keywords alone, and says so. */
export async function buildWorkerApp(
  bindings: WorkerBindings,
  embedder: Embedder | null,
): Promise<OpenAPIHono<HttpEnvironment>> {
  const config = parseConfig({ ...bindings });
  const withVectors = embedder && bindings.VECTORS ? bucketVectors(bindings.VECTORS) : null;
  const answers = await openSqlAnswerStore(createD1Database(bindings.STATE));
  const pincite = createPincite({
    helpSignpost: config.HELP_SIGNPOST,
    maxQuestionCharacters: config.MAX_QUESTION_CHARACTERS,
    generations: oneGeneration(() => openD1Generation(createD1Database(bindings.INDEX), withVectors)),
    embedder: withVectors ? embedder : null,
    reader: null,
    answers,
    version,
    now: () => new Date(),
    elapsedMs: () => performance.now(),
    newId: newAnswerId,
    notices: withVectors
      ? []
      : ['Keyword search alone: no embedding model and vectors are bound to this Worker.'],
  });
  return createApp({
    pincite,
    config,
    version,
    logger: createJsonLogger({ level: config.LOG_LEVEL, write: writeLine, now: () => new Date() }),
    ...pageOptions(config),
  });
}

/** A Worker serves the one generation that it is bound to, opened by the first request that needs it. */
function oneGeneration(open: () => Promise<Generation>): GenerationSource {
  let generation: Generation | undefined;
  return {
    async acquire() {
      generation ??= await open();
      return { generation, release: () => undefined };
    },
  };
}

function bucketVectors(bucket: BucketBinding): VectorSource {
  const names = { paragraphs: 'paragraph-vectors.f32', sentences: 'sentence-vectors.f32' };
  return async (kind, generation) => {
    const object = await bucket.get(`${generation}/${names[kind]}`);
    return object && new Uint8Array(await object.arrayBuffer());
  };
}

function writeLine(line: string): void {
  // biome-ignore lint/suspicious/noConsole: the console is where the platform collects logs from.
  console.log(line);
}
