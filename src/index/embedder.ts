/** Names one set of vectors: vectors of two models never mix. */
export interface EmbeddingModel {
  name: string;
  /** SHA-256 of the model file, or for a remote model its name and dimensions. */
  sha256: string;
  dimensions: number;
}

export interface EmbedOptions {
  signal?: AbortSignal;
  /** Called with the number of texts done so far. */
  onProgress?: (done: number) => void;
}

/**
 * Text to vectors of unit length. Prefixes that a model wants before a question or a passage are the adapter's
 * business. Both methods throw AppError `embedding_failed`.
 */
export interface Embedder {
  readonly model: EmbeddingModel;
  embedQuestion(text: string, options?: EmbedOptions): Promise<Float32Array>;
  /** One vector a text, in order. Never blocks the event loop for longer than one text takes. */
  embedPassages(texts: readonly string[], options?: EmbedOptions): Promise<Float32Array[]>;
  close(): Promise<void>;
}
