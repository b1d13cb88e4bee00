import type { Context } from 'hono';
import { AppError } from '../errors.ts';
import type { StoredReport } from '../index/paragraph-store.ts';
import type { Pincite } from '../service/pincite.ts';
import { answerPage } from './answer-page.ts';
import { maxCommentCharacters } from './feedback-form.ts';
import { refuseForeignForm } from './foreign-form-guard.ts';
import { readForm } from './form-fields.ts';
import type { PageOptions } from './page-options.ts';
import { sendPage } from './respond.ts';

type Handler = (context: Context) => Promise<Response>;

/** A kept answer stays readable when the index is missing. */
async function reportsIfHeld(pincite: Pincite): Promise<StoredReport[]> {
  return pincite.reports().catch(() => []);
}

/** The page of a kept answer, and what readers say of it. */
export function answerRoutes({ pincite, publicUrl, maxQuestionCharacters }: PageOptions): {
  show: Handler;
  feedback: Handler;
} {
  return {
    show: async (context) => {
      const answer = await pincite.answer(context.req.param('id') ?? '');
      const page = answerPage(answer, {
        reports: await reportsIfHeld(pincite),
        site: publicUrl ?? new URL(context.req.url).origin,
        thanked: context.req.query('thanks') !== undefined,
        maxQuestionCharacters,
      });
      return sendPage(context, page);
    },
    feedback: async (context) => {
      refuseForeignForm(context, publicUrl);
      const id = context.req.param('id') ?? '';
      const form = await readForm(context);
      const verdict = form.text('verdict');
      if (verdict !== 'helpful' && verdict !== 'not_helpful') {
        throw new AppError('invalid_request', 'Go back and say whether the answer was helpful or not.');
      }
      const comment = form.text('comment').trim().slice(0, maxCommentCharacters);
      await pincite.addFeedback(id, { verdict, ...(comment && { comment }) });
      return context.redirect(
        `/answers/${encodeURIComponent(id)}?thanks#feedback-${encodeURIComponent(id)}`,
        303,
      );
    },
  };
}
