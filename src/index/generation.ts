import type { Manifest } from './manifest.ts';
import type { Acronym, ParagraphStore, StoredReport, VocabularyWord } from './paragraph-store.ts';
import type { VectorIndex } from './vector-index.ts';

/** One complete, immutable build of the index, open for reading. */
export interface Generation {
  readonly id: string;
  readonly manifest: Manifest;
  /** In corpus order. */
  readonly reports: readonly StoredReport[];
  readonly vocabulary: readonly VocabularyWord[];
  readonly acronyms: readonly Acronym[];
  readonly store: ParagraphStore;
  /** Vectors of paragraphs and of sentences; null when the generation was built for keyword search alone. */
  readonly vectors: { paragraphs: VectorIndex; sentences: VectorIndex } | null;
  close(): Promise<void>;
}

/** Hands out the current generation; a request keeps the one it began with until it releases it. */
export interface GenerationSource {
  acquire(): Promise<{ generation: Generation; release(): void }>;
}
