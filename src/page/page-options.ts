import type { html } from 'hono/html';
import type { Pincite } from '../service/pincite.ts';

/** A piece of HTML whose inserted values are escaped. */
export type Html = ReturnType<typeof html>;

/** What the pages need; they hold nothing behind the facade. */
export interface PageOptions {
  pincite: Pincite;
  /** Where readers reach the service; links to copy begin with it. Default: the request's own address. */
  publicUrl?: string | undefined;
  /** Characters that a question may have. */
  maxQuestionCharacters: number;
  /** Gives the OpenAPI document that `/docs` is made from; without it `/docs` points to `/openapi.json`. */
  openapi?: (() => unknown) | undefined;
}
