import type { Context } from 'hono';
import type { HttpEnvironment, ShowProblem } from './http-environment.ts';
import { type Problem, problemOf } from './problem.ts';

const forPrograms = ['/v1', '/mcp', '/healthz', '/readyz', '/metrics', '/openapi.json'];

/** Answers a failure: as a problem to programs, as a page to people. */
export function reportFailure(
  context: Context<HttpEnvironment>,
  error: unknown,
  showPage: ShowProblem,
): Response | Promise<Response> {
  return answerProblem(context, problemOf(error, context.get('requestId')), showPage);
}

/** A problem in the form that suits the path that was asked for; the media type is that of RFC 9457. */
export function answerProblem(
  context: Context,
  problem: Problem,
  showPage: ShowProblem,
): Response | Promise<Response> {
  const path = context.req.path;
  const isForProgram = forPrograms.some((start) => path === start || path.startsWith(`${start}/`));
  if (!isForProgram) return showPage(context, problem);
  if (problem.status === 401) context.header('WWW-Authenticate', 'Bearer realm="pincite"');
  return context.body(JSON.stringify(problem), problem.status, {
    'Cache-Control': 'no-store',
    'Content-Type': 'application/problem+json',
  });
}
