import type { EmbeddingModel } from './embedder.ts';

/** Vectors that were made before, by model and text, so that only what changed is embedded again. */
export interface EmbeddingCache {
  /** One vector or null a text, in order. */
  find(model: EmbeddingModel, texts: readonly string[]): Promise<(Float32Array | null)[]>;
  /** Keeps vectors for good before it returns: a run that is killed goes on from here. */
  save(model: EmbeddingModel, texts: readonly string[], vectors: readonly Float32Array[]): Promise<void>;
}

/** A cache that lives as long as the process: for runtimes without files. */
export function createMemoryEmbeddingCache(): EmbeddingCache {
  const vectors = new Map<string, Float32Array>();
  const key = (model: EmbeddingModel, text: string) => `${model.sha256}\n${text}`;
  return {
    find: async (model, texts) => texts.map((text) => vectors.get(key(model, text)) ?? null),
    async save(model, texts, made) {
      for (const [place, text] of texts.entries()) {
        const vector = made[place];
        if (vector) vectors.set(key(model, text), vector);
      }
    },
  };
}
