import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { etag } from 'hono/etag';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { AppError } from '../errors.ts';
import { accessLog } from './access-log.ts';
import { timeLimit } from './deadline.ts';
import type { HttpConfig, HttpEnvironment, RouteContext, ShowProblem } from './http-environment.ts';
import { requireAdminKey, requireApiKey } from './keys.ts';
import { methodProblem } from './problem.ts';
import { answerProblem } from './report-failure.ts';

/** A report is sent and read within it. */
const uploadTimeoutMs = 240_000;
const uploadAdvice = 'Others may be read before it: try again, or split the report.';
/** What a form has around the file that it carries. */
const formBytes = 50_000;

/** Adds what every request passes through, outermost first. Call it before any route. */
export function addMiddleware(app: OpenAPIHono<HttpEnvironment>, context: RouteContext): void {
  const { config, logger, metrics } = context;
  app.use(requestId({ limitLength: 128 }));
  app.use(accessLog(logger, metrics));
  app.use(securityHeaders(config));
  app.use(methodNotAllowed({ app, onMethodNotAllowed: refuseMethod(context.showProblem) }));
  app.use('/v1/*', cachePolicy);
  app.use('/v1/*', requireApiKey(config));
  // Before its body is looked at: a large one is taken from an administrator alone.
  app.on('POST', '/v1/reports', requireAdminKey(config));
  const usual = timeLimit(config.REQUEST_TIMEOUT_MS);
  const upload = timeLimit(Math.max(config.REQUEST_TIMEOUT_MS, uploadTimeoutMs), uploadAdvice);
  app.use((request, next) => (isUpload(request) ? upload : usual)(request, next));
  const small = limitBody(config.MAX_BODY_BYTES, 'Send a shorter question or history.');
  const large = limitBody(config.MAX_UPLOAD_BYTES + formBytes, 'Split the report or save it smaller.');
  app.use((request, next) => (isUpload(request) ? large : small)(request, next));
  app.use('/v1/reports/*', etag());
}

/** The strictest headers; a page that needs more sets its own policy, which is kept. */
function securityHeaders({ PUBLIC_URL }: HttpConfig): MiddlewareHandler {
  return secureHeaders({
    overwrite: false,
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], formAction: ["'self'"] },
    xFrameOptions: 'DENY',
    // Promised only where the service is known to be reached over TLS.
    strictTransportSecurity: PUBLIC_URL?.startsWith('https:') ? 'max-age=15552000' : false,
  });
}

// Reports change when they are indexed again, and may need a key: a copy is kept, but asked about each time.
const cachePolicy: MiddlewareHandler = async (context, next) => {
  await next();
  const keep = context.req.path.startsWith('/v1/reports') && context.res.status < 400;
  context.res.headers.set('Cache-Control', keep ? 'private, no-cache' : 'no-store');
};

function refuseMethod(showProblem: ShowProblem) {
  return async (context: Context, methods: readonly string[]): Promise<Response> => {
    const problem = methodProblem(methods, context.get('requestId'));
    const response = await answerProblem(context, problem, showProblem);
    response.headers.set('Allow', methods.join(', '));
    return response;
  };
}

function isUpload({ req }: Context): boolean {
  return req.method === 'POST' && req.path === '/v1/reports';
}

function limitBody(maxSize: number, advice: string): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new AppError('too_large', `The body has more than ${maxSize} bytes. ${advice}`);
    },
  });
}
