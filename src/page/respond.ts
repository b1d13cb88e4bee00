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

const failures: Partial<Record<ErrorCode, { status: ContentfulStatusCode; title: string }>> = {
  invalid_request: { status: 400, title: 'That did not work' },
  too_large: { status: 413, title: 'That is too long' },
  forbidden: { status: 403, title: 'That is not allowed' },
  unauthorized: { status: 401, title: 'A key is needed' },
  not_found: { status: 404, title: 'Not found' },
  gone: { status: 410, title: 'No longer here' },
  timed_out: { status: 504, title: 'That took too long' },
  index_missing: { status: 503, title: 'The reports are not ready yet' },
};

/** Answers a failure in plain words; what is inside the service stays inside. */
export function sendFailure(context: Context, error: unknown): Promise<Response> {
  const known = error instanceof AppError ? failures[error.code] : undefined;
  if (known && error instanceof AppError) {
    return sendPage(context, messagePage({ title: known.title, text: error.message }), known.status);
  }
  // Seen by whoever logs requests.
  context.error = error instanceof Error ? error : new Error(String(error));
  const text = 'Something went wrong on our side. Please try again in a moment.';
  return sendPage(context, messagePage({ title: 'Something went wrong', text }), 500);
}
