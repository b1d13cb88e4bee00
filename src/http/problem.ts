import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { AppError, type ErrorCode } from '../errors.ts';
import { InvalidFields } from './invalid-fields.ts';

export type ProblemCode = ErrorCode | 'method_not_allowed';

/** An error as a client gets it, after RFC 9457. */
export interface Problem {
  type: string;
  title: string;
  status: ContentfulStatusCode;
  detail: string;
  code: ProblemCode;
  request_id: string;
  errors?: { path: string; message: string }[];
}

interface Kind {
  status: ContentfulStatusCode;
  title: string;
  /** Said instead of the error's own message, which may name what only an administrator should read. */
  detail?: string;
}

const unavailable = (detail: string): Kind => ({ status: 503, title: 'Not available', detail });
const failed: Kind = {
  status: 500,
  title: 'Something went wrong',
  detail: 'The service failed on this request. Try again; if it fails again, report the request id.',
};

const kinds: Record<ProblemCode, Kind> = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  unauthorized: { status: 401, title: 'A key is needed' },
  forbidden: { status: 403, title: 'Not allowed' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'The method is not allowed here' },
  gone: { status: 410, title: 'Deleted' },
  too_large: { status: 413, title: 'The body is too large' },
  timed_out: { status: 504, title: 'It took too long' },
  index_missing: unavailable('There is no index yet. An administrator builds one with "pincite index".'),
  index_damaged: unavailable('The index is damaged. An administrator finds out more with "pincite check".'),
  index_mismatch: unavailable(
    'The index was built for another model or version. An administrator rebuilds it with "pincite index".',
  ),
  index_busy: unavailable('The index is being built. Try again in a minute.'),
  disk_full: unavailable('The service has no space left to write to. An administrator has to free some.'),
  model_unavailable: unavailable('The embedding model is not available. Try again later.'),
  embedding_failed: unavailable('The question could not be embedded. Try again later.'),
  reading_failed: unavailable('The sentences found could not be read. Try again later.'),
  interrupted: unavailable('The request was interrupted. Send it again.'),
  report_refused: { status: 422, title: 'The report is refused' },
  confirmation_needed: { status: 409, title: 'It has to be confirmed' },
  not_supported: { status: 501, title: 'Not possible here' },
  corpus_invalid: failed,
  invalid_settings: failed,
  port_in_use: failed,
  internal: failed,
};

/** A method that a path does not know, as a problem. */
export function methodProblem(allowed: readonly string[], requestId: string): Problem {
  const detail = `Use ${allowed.join(' or ')} here.`;
  return problem({ code: 'method_not_allowed', message: detail }, requestId);
}

/** The one translation of a failure into what a client sees. Unknown failures say nothing of themselves. */
export function problemOf(error: unknown, requestId: string): Problem {
  return problem(explain(error), requestId);
}

interface Explained {
  code: ProblemCode;
  message: string;
  errors?: { path: string; message: string }[];
}

function problem({ code, message, errors }: Explained, requestId: string): Problem {
  const kind = kinds[code];
  return {
    type: `urn:pincite:problem:${code}`,
    title: kind.title,
    status: kind.status,
    detail: kind.detail ?? message,
    code,
    request_id: requestId,
    ...(errors ? { errors } : {}),
  };
}

function explain(error: unknown): Explained {
  if (error instanceof InvalidFields) {
    return { code: error.code, message: error.message, errors: error.fields };
  }
  if (error instanceof AppError) return { code: error.code, message: error.message };
  // The validators of the framework throw these before a body reaches its schema.
  if (error instanceof HTTPException && error.status === 415) {
    return {
      code: 'invalid_request',
      message: 'Send the body as JSON with "Content-Type: application/json".',
    };
  }
  if (error instanceof HTTPException && error.status === 400 && error.message.includes('FormData')) {
    return {
      code: 'invalid_request',
      message: 'The form cannot be read: it is cut short, or has no boundary.',
    };
  }
  if (error instanceof HTTPException && error.status === 400) {
    return { code: 'invalid_request', message: 'The body is not valid JSON. Check its quotes and commas.' };
  }
  return { code: 'internal', message: '' };
}
