import type { Context } from 'hono';
import { AppError } from '../errors.ts';
import { paragraphKinds } from '../paragraphs/paragraph.ts';
import type { PageOptions } from './page-options.ts';
import { sendPage, signalOf } from './respond.ts';
import { type SearchPageParts, searchPage } from './search-page.ts';

const mostHits = 20;

/** The search page; what was asked stands in the address, so that a search can be sent to somebody. */
export function searchRoute({
  pincite,
  maxQuestionCharacters,
}: PageOptions): (context: Context) => Promise<Response> {
  return async (context) => {
    const query = (context.req.query('q') ?? '').trim();
    const match = context.req.query('match') === 'exact' ? 'exact' : 'meaning';
    const selected = (context.req.queries('reports') ?? []).filter(Boolean);
    const kind = paragraphKinds.find((one) => one === context.req.query('kind')) ?? null;
    const parts: Omit<SearchPageParts, 'found'> = {
      query,
      match,
      kind,
      selected,
      reports: await pincite.reports(),
      maxQuestionCharacters,
    };
    if (query === '') return sendPage(context, searchPage({ ...parts, found: null }));
    const request = {
      query,
      match,
      limit: mostHits,
      ...((selected.length > 0 || kind) && {
        filters: { ...(selected.length > 0 && { reports: selected }), ...(kind && { kind }) },
      }),
    } as const;
    try {
      const found = await pincite.search(request, { signal: signalOf(context) });
      return sendPage(context, searchPage({ ...parts, found }));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'invalid_request') throw error;
      return sendPage(context, searchPage({ ...parts, found: null, problem: error.message }), 400);
    }
  };
}
