import type { Context } from 'hono';
import { AppError } from '../errors.ts';
import type { Pincite, ReportView } from '../service/pincite.ts';
import { readPlaces } from './marked-text.ts';
import { oldParagraphPage } from './old-paragraph-page.ts';
import type { PageOptions } from './page-options.ts';
import { reportPage } from './report-page.ts';
import { sendPage } from './respond.ts';

async function reportIfHeld(pincite: Pincite, id: string): Promise<ReportView | null> {
  return pincite.report(id).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return null;
    throw error;
  });
}

/**
 * The page of a report. `q` names places to mark (`START-END`), `para` the paragraph that they belong to, and
 * `edition` the text that they were counted in: where the report has changed since, the kept paragraph is shown.
 */
export function reportRoute({ pincite }: PageOptions): (context: Context) => Promise<Response> {
  return async (context) => {
    const id = context.req.param('report') ?? '';
    const places = readPlaces(context.req.queries('q') ?? []);
    const paragraph = context.req.query('para');
    const edition = context.req.query('edition');
    const view = await reportIfHeld(pincite, id);
    if (edition && view?.report.edition !== edition) {
      if (!paragraph) throw new AppError('not_found', 'This text of the report is not held any more.');
      return sendPage(context, oldParagraphPage(await pincite.paragraph(id, paragraph, edition), places));
    }
    if (!view) throw new AppError('not_found', 'There is no such report here.');
    return sendPage(context, reportPage(view, { places, paragraph }));
  };
}
