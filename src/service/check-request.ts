import { AppError } from '../errors.ts';
import type { Filters } from '../retrieval/passage.ts';

/**
 * Refuses what no door should pass on: a text without a word or a number, one that is too long, years that run
 * backwards. Doors may refuse earlier, in their own words. Throws AppError `invalid_request`.
 */
export function checkRequest(
  text: string,
  filters: Pick<Filters, 'from' | 'to'> | undefined,
  maxCharacters: number,
): void {
  const problem = problemOfText(text, maxCharacters) ?? problemOfYears(filters);
  if (problem) throw new AppError('invalid_request', problem);
}

function problemOfText(text: string, maxCharacters: number): string | null {
  if (text.length > maxCharacters) {
    return `What was typed has ${text.length} characters and may have ${maxCharacters}; shorten it`;
  }
  return /[\p{L}\p{N}]/u.test(text) ? null : 'There is no word or number in what was typed; use words';
}

function problemOfYears({ from, to }: Pick<Filters, 'from' | 'to'> = {}): string | null {
  const backwards = from !== undefined && to !== undefined && from > to;
  return backwards ? `The year ${from} is later than ${to}; swap them` : null;
}
