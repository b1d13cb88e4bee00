import { AppError, type ErrorCode } from '../errors.ts';

/** What the command line tells the script that called it. */
export const exitCodes = {
  fine: 0,
  failed: 1,
  wrongUsage: 2,
  notAnswered: 3,
  indexUnusable: 4,
  busy: 5,
  refused: 6,
  notConfirmed: 7,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const ofErrors: Partial<Record<ErrorCode, ExitCode>> = {
  invalid_settings: exitCodes.wrongUsage,
  invalid_request: exitCodes.wrongUsage,
  index_missing: exitCodes.indexUnusable,
  index_damaged: exitCodes.indexUnusable,
  index_mismatch: exitCodes.indexUnusable,
  index_busy: exitCodes.busy,
  report_refused: exitCodes.refused,
  confirmation_needed: exitCodes.notConfirmed,
  interrupted: exitCodes.interrupted,
};

/** The exit code of a failure; whatever has none of its own is 1. */
export function exitCodeOf(error: unknown): ExitCode {
  return (error instanceof AppError && ofErrors[error.code]) || exitCodes.failed;
}

/** The exit codes as `--help` shows them. */
export const exitCodeHelp = `Exit codes:
  0    done
  1    failed
  2    wrong usage or wrong settings
  3    not answered (not found, a question back, or no hits)
  4    the index is missing, damaged or another version's
  5    busy: another process is changing the index
  6    the file or the change is refused
  7    not confirmed: nothing was changed
  130  interrupted`;
