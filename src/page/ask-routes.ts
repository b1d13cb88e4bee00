import type { Context } from 'hono';
import { AppError } from '../errors.ts';
import type { Turn } from '../retrieval/passage.ts';
import type { AskRequest, Pincite } from '../service/pincite.ts';
import { askPage } from './ask-page.ts';
import { rememberedExamples } from './example-questions.ts';
import { refuseForeignForm } from './foreign-form-guard.ts';
import { type FormFields, readForm } from './form-fields.ts';
import type { PageOptions } from './page-options.ts';
import { sendPage, signalOf } from './respond.ts';

type Handler = (context: Context) => Promise<Response>;

function year(text: string): number | undefined {
  return /^\d{4}$/.test(text) ? Number(text) : undefined;
}

/** What was said before, when the form names the answer that it follows up; an unknown one counts as none. */
async function historyOf(pincite: Pincite, after: string): Promise<Turn[]> {
  if (!after) return [];
  const answer = await pincite.answer(after).catch(() => null);
  if (!answer) return [];
  return [
    { role: 'user', content: answer.searched.question || answer.question },
    { role: 'assistant', content: answer.answer },
  ];
}

function filtersOf(form: FormFields): NonNullable<AskRequest['filters']> {
  const reports = form.texts('reports').filter(Boolean);
  const authority = form.text('authority');
  const from = year(form.text('from'));
  const to = year(form.text('to'));
  return {
    ...(reports.length > 0 && { reports }),
    ...(authority && { authority }),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** The question as asked; throws AppError `invalid_request` when there is none or too much of it. */
function questionOf(form: FormFields, maxCharacters: number): string {
  const question = form.text('question').trim();
  if (question === '') throw new AppError('invalid_request', 'Type a question first.');
  if (question.length > maxCharacters) {
    throw new AppError(
      'invalid_request',
      `The question has ${question.length.toLocaleString('en-GB')} characters. Please use at most ${maxCharacters.toLocaleString('en-GB')}.`,
    );
  }
  return question;
}

/** The front page, and the form that asks and leads on to the kept answer. */
export function askRoutes({ pincite, publicUrl, maxQuestionCharacters }: PageOptions): {
  front: Handler;
  ask: Handler;
} {
  const examplesOf = rememberedExamples(pincite);

  async function showFront(
    context: Context,
    asked: { question: string; selected: string[]; problem?: string },
  ) {
    const [reports, { notices }] = await Promise.all([pincite.reports(), pincite.readiness()]);
    const examples = await examplesOf(reports);
    const page = askPage({ reports, examples, notices, maxQuestionCharacters, ...asked });
    return sendPage(context, page, asked.problem ? 400 : 200);
  }

  return {
    // A question in the address is filled in but not asked: crawlers and previews follow links.
    front: (context) =>
      showFront(context, {
        question: (context.req.query('q') ?? '').slice(0, maxQuestionCharacters),
        selected: context.req.queries('reports') ?? [],
      }),
    ask: async (context) => {
      refuseForeignForm(context, publicUrl);
      const form = await readForm(context);
      try {
        const question = questionOf(form, maxQuestionCharacters);
        const history = await historyOf(pincite, form.text('after'));
        const request = { question, filters: filtersOf(form), ...(history.length > 0 && { history }) };
        const { answer } = await pincite.ask(request, { signal: signalOf(context) });
        return context.redirect(`/answers/${encodeURIComponent(answer.id)}`, 303);
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'invalid_request') throw error;
        const question = form.text('question').slice(0, maxQuestionCharacters);
        return showFront(context, { question, selected: form.texts('reports'), problem: error.message });
      }
    },
  };
}
