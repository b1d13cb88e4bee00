import { reset } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { afterEach } from 'vitest';
import { createD1Database } from '../../src/adapters/d1-database.ts';
import { answerStoreContract } from '../runtimes/answer-store.contract.ts';

afterEach(reset);

answerStoreContract('answers in D1', async () => createD1Database(env.STATE));
