import type OpenAI from 'openai';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Embedder, EmbedOptions } from '../index/embedder.ts';
import { describeOpenAiFailure } from './openai-failure.ts';

/** How to reach an OpenAI-compatible embedding service, and what it gives. */
export interface OpenAiEmbedderOptions {
  apiKey: string;
  baseUrl: string;
  model: string;
  dimensions: number;
  /** Milliseconds that one try may take. */
  timeoutMs?: number;
  maxRetries?: number;
}

const textsPerRequest = 96;
// The service refuses a text of more than 8,192 tokens; a token of English is four or five characters.
const mostCharacters = 24_000;
/** The longest pause between two tries that the library chooses of its own accord, in milliseconds. */
const longestPauseMs = 8_000;

const replyShape = z.object({
  data: z.array(z.object({ index: z.number().int().nonnegative(), embedding: z.array(z.number()) })),
});

/**
 * Embeds questions and passages alike by an OpenAI-compatible service. The library is loaded here, so that whoever
 * does not use the service does not wait for it. No message holds the key.
 */
export async function createOpenAiEmbedder(options: OpenAiEmbedderOptions): Promise<Embedder> {
  const { timeoutMs = 30_000, maxRetries = 3 } = options;
  const { default: Client } = await import('openai');
  const client = new Client({
    apiKey: options.apiKey,
    baseURL: options.baseUrl,
    timeout: timeoutMs,
    maxRetries,
    logLevel: 'off',
  });
  const totalMs = (timeoutMs + longestPauseMs) * (maxRetries + 1);

  const embedBatch = async (texts: readonly string[], given?: AbortSignal): Promise<Float32Array[]> => {
    // The library's time limit ends with the head of a reply; this one holds for its body and for all tries together.
    const limit = AbortSignal.timeout(totalMs);
    const signal = given ? AbortSignal.any([given, limit]) : limit;
    try {
      return readReply(await request(client, options, { texts, signal }), texts.length, options);
    } catch (error) {
      if (given?.aborted) throw new AppError('interrupted', 'Embedding was stopped before it finished.');
      throw describeOpenAiFailure(limit.aborted ? limit.reason : error, options);
    }
  };
  return {
    model: {
      name: options.model,
      sha256: `${options.model} ${options.dimensions}`,
      dimensions: options.dimensions,
    },
    async embedQuestion(text, { signal } = {}) {
      const [vector] = await embedBatch([text], signal);
      return vector as Float32Array;
    },
    async embedPassages(texts, { signal, onProgress }: EmbedOptions = {}) {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += textsPerRequest) {
        vectors.push(...(await embedBatch(texts.slice(start, start + textsPerRequest), signal)));
        onProgress?.(vectors.length);
      }
      return vectors;
    },
    async close() {},
  };
}

async function request(
  client: OpenAI,
  options: OpenAiEmbedderOptions,
  batch: { texts: readonly string[]; signal: AbortSignal },
): Promise<unknown> {
  // Only models of this family can shorten their vectors; others refuse the parameter.
  const shortens = options.model.startsWith('text-embedding-3');
  return client.embeddings.create(
    {
      model: options.model,
      // The service refuses an empty text.
      input: batch.texts.map((text) => text.slice(0, mostCharacters) || ' '),
      // Not every compatible service knows the compact form that the library asks for by itself.
      encoding_format: 'float',
      ...(shortens && { dimensions: options.dimensions }),
    },
    { signal: batch.signal },
  );
}

function readReply(reply: unknown, count: number, options: OpenAiEmbedderOptions): Float32Array[] {
  const parsed = replyShape.safeParse(reply);
  if (!parsed.success) throw unusable('is not a list of vectors', options);
  const inOrder = new Map(parsed.data.data.map(({ index, embedding }) => [index, embedding]));
  return Array.from({ length: count }, (_, place) => {
    const embedding = inOrder.get(place);
    if (!embedding) throw unusable(`holds ${inOrder.size} vectors for ${count} texts`, options);
    if (embedding.length !== options.dimensions) {
      throw unusable(
        `has vectors of ${embedding.length} numbers where EMBEDDING_DIMENSIONS is ${options.dimensions}`,
        options,
      );
    }
    return toUnitLength(embedding, options);
  });
}

/** Not every compatible service gives unit length, and the indexes rely on it. */
function toUnitLength(embedding: number[], options: OpenAiEmbedderOptions): Float32Array {
  const length = Math.hypot(...embedding);
  if (!Number.isFinite(length) || length === 0) throw unusable('has a vector without a direction', options);
  return Float32Array.from(embedding, (value) => value / length);
}

function unusable(problem: string, { model }: OpenAiEmbedderOptions): AppError {
  return new AppError(
    'embedding_failed',
    `The reply of the embedding service for ${model} ${problem}. Check EMBEDDING_MODEL, EMBEDDING_DIMENSIONS and OPENAI_BASE_URL.`,
  );
}
