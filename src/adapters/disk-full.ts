import { AppError } from '../errors.ts';

const systemCodes = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
// SQLite's SQLITE_FULL, and the failed writes and extensions that a full disk shows as.
const sqliteCodes = new Set([13, 778, 1034, 1546, 4874, 5130]);

/** The error as AppError `disk_full` when that is what it means, else the error itself. */
export function asDiskFull(error: unknown, folder: string): unknown {
  const { code, errcode } = (error ?? {}) as { code?: unknown; errcode?: unknown };
  const full = systemCodes.has(String(code)) || sqliteCodes.has(Number(errcode));
  if (error instanceof AppError || !full) return error;
  const message = `The disk is full: ${folder} could not be written. Free some space and index again; what was there is still there.`;
  return new AppError('disk_full', message, { cause: error });
}
