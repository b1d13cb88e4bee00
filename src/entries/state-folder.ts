import { join } from 'node:path';
import type { Config } from '../config.ts';

/** Where a host keeps what is not made from its reports: answers, removed reports. */
export function stateFolder({ STATE_DIR, INDEX_DIR }: Pick<Config, 'INDEX_DIR' | 'STATE_DIR'>): string {
  return STATE_DIR ?? join(INDEX_DIR, 'state');
}
