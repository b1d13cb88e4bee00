import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError, type ErrorCode } from '../errors.ts';
import { messagePage } from './message-page.ts';
import type { Html } from './page-options.ts';

const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // "no-referrer" would send forms with the origin "null", which the guard against foreign forms refuses.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-cache',
};

/** Sends a whole page with the headers that every page carries. */
export async function sendPage(
  context: Context,
  page: Html,
  status: ContentfulStatusCode = 200,
): Promise<Response> {
  return context.html(await page, status, headers);
}

interface Failure {
  status: ContentfulStatusCode;
  title: string;
  /** Said instead of the error's own message, which speaks to an administrator. */
  text?: string;
}

const notReady: Failure = {
  status: 503,
  title: 'The reports are not ready',
  text: 'The reports cannot be searched just now. Please try again in a few minutes.',
};
const broken: Failure = {
  status: 500,
  title: 'Something went wrong',
  text: 'Something went wrong on our side. Please try again in a moment.',
};
const failures: Partial<Record<ErrorCode, Failure>> = {
  invalid_request: { status: 400, title: 'That did not work' },
  unauthorized: { status: 401, title: 'A key is needed' },
  forbidden: { status: 403, title: 'That is not allowed' },
  not_found: { status: 404, title: 'Not found' },
  gone: { status: 410, title: 'No longer here' },
  too_large: { status: 413, title: 'That is too long' },
  timed_out: { status: 504, title: 'That took too long' },
  index_missing: notReady,
  index_damaged: notReady,
  index_mismatch: notReady,
  index_busy: notReady,
  model_unavailable: notReady,
  embedding_failed: notReady,
  reading_failed: notReady,
  interrupted: notReady,
  disk_full: notReady,
};

/** Answers a failure in plain words; what is inside the service stays inside. */
export function sendFailure(context: Context, error: unknown): Promise<Response> {
  const fault = error instanceof Error ? error : new Error(String(error));
  const known = fault instanceof AppError ? failures[fault.code] : undefined;
  const { status, title, text } = known ?? broken;
  // Whoever logs requests finds it there.
  if (status >= 500) context.error = fault;
  return sendPage(context, messagePage({ title, text: text ?? fault.message }), status);
}

/** Ends when the reader leaves or, where the door that the pages are mounted in sets one, a time limit passes. */
export function signalOf(context: Context): AbortSignal {
  const limited: unknown = context.get('signal');
  return limited instanceof AbortSignal ? limited : context.req.raw.signal;
}
