import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import { AppError } from '../errors.ts';
import type { HttpEnvironment } from './http-environment.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';

/**
 * One line and one count a request, when its response has ended. Paths, query strings and bodies are left out:
 * they may hold what somebody asked.
 */
export function accessLog(logger: Logger, metrics: Metrics | null): MiddlewareHandler<HttpEnvironment> {
  return async (context, next) => {
    const started = performance.now();
    const client = context.req.raw.signal;
    await next();
    const finish = () => {
      const milliseconds = performance.now() - started;
      const request = { method: context.req.method, route: routeOf(context), status: context.res.status };
      metrics?.countRequest({ ...request, seconds: milliseconds / 1000 });
      logger.info('request', {
        request_id: context.get('requestId'),
        ...request,
        ms: Math.round(milliseconds * 10) / 10,
        ...context.get('answered'),
        ...(client.aborted ? { client_left: true } : {}),
      });
    };
    if (context.error && context.res.status >= 500 && !client.aborted) {
      logFailure(logger, context.error, context.get('requestId'));
    }
    const streamed = context.get('streamed');
    if (streamed) streamed.then(finish);
    else finish();
  };
}

/** Writes what failed on our side, with its cause. */
export function logFailure(logger: Logger, error: unknown, requestId: string): void {
  const code = error instanceof AppError ? error.code : 'internal';
  logger.error('request failed', { request_id: requestId, code }, error);
}

function routeOf(context: Context): string {
  // Middleware is registered for every path and says nothing; the last plain pattern is the handler's.
  const route = matchedRoutes(context).findLast(({ method, path }) => method !== 'ALL' && path !== '/*');
  return route?.path ?? 'unmatched';
}
