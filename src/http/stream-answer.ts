import type { Context } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import type { Answer } from '../answer/answer.ts';
import type { AskRequest } from '../service/pincite.ts';
import { logFailure } from './access-log.ts';
import { startDeadline } from './deadline.ts';
import type { HttpEnvironment, RouteContext } from './http-environment.ts';
import { problemOf } from './problem.ts';

/**
 * Answers a question as events: `status` for each stage, then each `citation` before the `part` that uses it, then
 * `done` with the whole answer, or `error` with a problem. The work stops when the client leaves.
 */
export function streamAnswer(
  context: Context<HttpEnvironment>,
  request: AskRequest,
  { pincite, config, logger, heartbeatMs }: RouteContext,
): Response {
  const finished = Promise.withResolvers<void>();
  context.set('streamed', finished.promise);
  // Keeps proxies from holding events back.
  context.header('X-Accel-Buffering', 'no');
  return streamSSE(context, async (stream) => {
    const deadline = startDeadline(config.REQUEST_TIMEOUT_MS, context.req.raw.signal);
    stream.onAbort(deadline.abort);
    const heartbeat = setInterval(() => stream.write(': still working\n\n'), heartbeatMs);
    try {
      const record = await deadline.race(
        pincite.ask(request, {
          signal: deadline.signal,
          onStage: (stage) => send(stream, 'status', { stage }),
        }),
      );
      context.set('answered', summaryOf(record.answer));
      await sendAnswer(stream, record.answer);
    } catch (error) {
      const problem = problemOf(error, context.get('requestId'));
      if (problem.status >= 500 && !stream.aborted) logFailure(logger, error, problem.request_id);
      await send(stream, 'error', problem);
    } finally {
      clearInterval(heartbeat);
      deadline.stop();
      finished.resolve();
    }
  });
}

/** What the log keeps of an answer. */
export function summaryOf(answer: Answer): { answer: string; reason: string | null; generation: string } {
  return { answer: answer.status, reason: answer.reason?.code ?? null, generation: answer.generation };
}

async function sendAnswer(stream: SSEStreamingApi, answer: Answer): Promise<void> {
  const unsent = new Map(answer.citations.map((citation) => [citation.marker, citation]));
  for (const part of answer.parts) {
    for (const marker of part.markers) {
      const citation = unsent.get(marker);
      if (citation && unsent.delete(marker)) await send(stream, 'citation', citation);
    }
    await send(stream, 'part', part);
  }
  await send(stream, 'done', answer);
}

function send(stream: SSEStreamingApi, event: string, data: unknown): Promise<void> {
  return stream.writeSSE({ event, data: JSON.stringify(data) });
}
