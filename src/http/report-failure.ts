import type { Context } from 'hono';
import { errorPage } from './error-page.ts';
import type { HttpEnvironment } from './http-environment.ts';
import { type Problem, problemOf } from './problem.ts';

const forPrograms = ['/v1', '/mcp', '/healthz', '/readyz', '/metrics', '/openapi.json'];

/** Answers a failure: as a problem to programs, as a page to people. */
export function reportFailure(
  context: Context<HttpEnvironment>,
  error: unknown,
): Response | Promise<Response> {
  return answerProblem(context, problemOf(error, context.get('requestId')));
}

/** A problem in the form that suits the path that was asked for; the media type is that of RFC 9457. */
export function answerProblem(context: Context, problem: Problem): Response | Promise<Response> {
  const path = context.req.path;
  const program = forPrograms.some((start) => path === start || path.startsWith(`${start}/`));
  const headers = { 'Cache-Control': 'no-store' };
  if (!program) return context.html(errorPage(problem), problem.status, headers);
  if (problem.status === 401) context.header('WWW-Authenticate', 'Bearer realm="pincite"');
  const type = { 'Content-Type': 'application/problem+json' };
  return context.body(JSON.stringify(problem), problem.status, { ...headers, ...type });
}
