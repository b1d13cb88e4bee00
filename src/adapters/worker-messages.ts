/** What the model wants before a text that is searched, and before one that searches. */
export const passagePrefix = 'passage: ';
export const questionPrefix = 'query: ';

/** To a thread of the pool. */
export type WorkerRequest = { kind: 'embed'; texts: string[] } | { kind: 'stop' };

/** From a thread of the pool: a vector a text in order, or why there is none. */
export type WorkerReply = { vectors: Float32Array[] } | { failure: string };
