/** What the embedding model wants before a text that is searched, and before one that searches. */
export const passagePrefix = 'passage: ';
export const questionPrefix = 'query: ';

/** To a thread of a pool. */
export type WorkerRequest<Item> = { kind: 'work'; items: Item[] } | { kind: 'stop' };

/** From a thread of a pool: a result an item in order, or why there is none. */
export type WorkerReply<Result> = { results: Result[] } | { failure: string };
