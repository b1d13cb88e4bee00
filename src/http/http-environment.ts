import type { Context } from 'hono';
import type { Config } from '../config.ts';
import type { ReportChanges } from '../corpus/report-changes.ts';
import type { Pincite } from '../service/pincite.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import type { Problem } from './problem.ts';

/** The settings that the HTTP door reads. */
export type HttpConfig = Pick<
  Config,
  | 'ADMIN_KEY'
  | 'ANSWERER'
  | 'API_KEYS'
  | 'MAX_BODY_BYTES'
  | 'MAX_QUESTION_CHARACTERS'
  | 'MAX_UPLOAD_BYTES'
  | 'PUBLIC_URL'
  | 'REQUEST_TIMEOUT_MS'
>;

/** Shows a problem to people who asked for an address outside the interface. */
export type ShowProblem = (context: Context, problem: Problem) => Response | Promise<Response>;

/** What a group of routes needs to do its work. */
export interface RouteContext {
  pincite: Pincite;
  /** Null where reports cannot be changed while the service runs. */
  changes: ReportChanges | null;
  config: HttpConfig;
  logger: Logger;
  metrics: Metrics | null;
  /** Pincite's own version. */
  version: string;
  /** Milliseconds between the comments that keep an event stream open. */
  heartbeatMs: number;
  showProblem: ShowProblem;
}

/** What is known of a request while it is handled. */
export interface HttpEnvironment {
  Variables: {
    requestId: string;
    /** Aborted when the client leaves or the time limit passes. */
    signal: AbortSignal;
    /** For the log: what became of a question. */
    answered?: { answer: string; reason: string | null; generation: string };
    /** Settles when a streamed response has ended. */
    streamed?: Promise<void>;
  };
}
