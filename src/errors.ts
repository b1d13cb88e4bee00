/** Every way Pincite can fail, as a code that doors map to a status or an exit code. */
export type ErrorCode =
  | 'invalid_settings'
  | 'invalid_request'
  | 'unauthorized'
  | 'forbidden'
  | 'not_found'
  | 'gone'
  | 'too_large'
  | 'timed_out'
  | 'corpus_invalid'
  | 'report_refused'
  | 'confirmation_needed'
  | 'not_supported'
  | 'index_missing'
  | 'index_damaged'
  | 'index_mismatch'
  | 'index_busy'
  | 'disk_full'
  | 'model_unavailable'
  | 'embedding_failed'
  | 'reading_failed'
  | 'port_in_use'
  | 'interrupted'
  | 'internal';

/**
 * A failure with a code. The message is written for a person: it names the input, the problem and what to do.
 * The cause, if any, is for logs only and never leaves the process.
 */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'AppError';
    this.code = code;
  }
}
