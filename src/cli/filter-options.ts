import type { Command } from 'commander';
import type { Filters } from '../retrieval/passage.ts';
import { wholeNumber } from './number-option.ts';

/** What the filter options give. */
export interface FilterOptions {
  report?: string[];
  authority?: string;
  from?: number;
  to?: number;
}

/** Adds the options that narrow a search to some reports. */
export function addFilterOptions(command: Command): Command {
  const year = wholeNumber(1, 9999);
  return command
    .option('--report <id>', 'only this report; repeat for more', (id: string, before: string[] = []) => [
      ...before,
      id,
    ])
    .option('--authority <name>', 'only reports about this authority')
    .option('--from <year>', 'only reports with a date in this year or later', year)
    .option('--to <year>', 'only reports with a date in this year or earlier', year);
}

/** The filters that the options stand for. */
export function filtersOf({ report, authority, from, to }: FilterOptions): Filters {
  return {
    ...(report ? { reports: report } : {}),
    ...(authority === undefined ? {} : { authority }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  };
}
