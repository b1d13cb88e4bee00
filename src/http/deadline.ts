import type { MiddlewareHandler } from 'hono';
import { AppError } from '../errors.ts';
import type { HttpEnvironment } from './http-environment.ts';

const usualAdvice = 'Ask something narrower, or try again.';

/** A time limit on one piece of work, which the client's leaving ends as well. */
export interface Deadline {
  signal: AbortSignal;
  /** Settles with the work, or rejects with AppError `timed_out` when the limit passes first. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Tells the work to stop. */
  abort(): void;
  /** Ends the watch; call it when the work has settled. */
  stop(): void;
}

/** Starts the clock: `limitMs` from now the signal is aborted. */
export function startDeadline(limitMs: number, client: AbortSignal, advice = usualAdvice): Deadline {
  const controller = new AbortController();
  const expired = Promise.withResolvers<never>();
  // Nobody may be racing when the limit passes; that alone must not count as an unhandled failure.
  expired.promise.catch(() => undefined);
  const abort = () =>
    controller.abort(new AppError('interrupted', 'The client left before the answer was ready.'));
  const timer = setTimeout(() => {
    const late = new AppError('timed_out', timeOutMessage(limitMs, advice));
    controller.abort(late);
    expired.reject(late);
  }, limitMs);
  if (client.aborted) abort();
  client.addEventListener('abort', abort);
  return {
    signal: controller.signal,
    race: (work) => Promise.race([work, expired.promise]),
    abort,
    stop() {
      clearTimeout(timer);
      client.removeEventListener('abort', abort);
    },
  };
}

function timeOutMessage(limitMs: number, advice: string): string {
  return `No answer within ${limitMs / 1000} seconds. ${advice}`;
}

/** Answers 504 when a request takes longer than `limitMs`, and tells the work behind it to stop. */
export function timeLimit(limitMs: number, advice?: string): MiddlewareHandler<HttpEnvironment> {
  return async (context, next) => {
    const deadline = startDeadline(limitMs, context.req.raw.signal, advice);
    context.set('signal', deadline.signal);
    try {
      await deadline.race(next());
    } finally {
      deadline.stop();
    }
  };
}
