/** Reads sentences against a question: which of them answer it. */
export interface Reader {
  readonly name: string;
  /**
   * One score a sentence, in order. Above 0 a sentence answers more than "none of these" does; scores compare within
   * one question only. A sentence stands behind its context ("Authority year. Heading. Sentence"). Throws AppError
   * `reading_failed` (a later call may succeed), or `interrupted` on the signal.
   */
  score(
    question: string,
    sentences: readonly string[],
    options?: { signal?: AbortSignal },
  ): Promise<number[]>;
  close(): Promise<void>;
}
