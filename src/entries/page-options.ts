import type { Config } from '../config.ts';
import type { AppOptions } from '../http/app.ts';
import { messagePage } from '../page/message-page.ts';
import { createPages } from '../page/pages.ts';
import { sendPage } from '../page/respond.ts';

/** Brings the pages to the HTTP door: the pages themselves, and failures that look like them. */
export function pageOptions(
  config: Pick<Config, 'MAX_QUESTION_CHARACTERS' | 'PUBLIC_URL'>,
): Required<Pick<AppOptions, 'pages' | 'showProblem'>> {
  return {
    pages: (mount) =>
      createPages({
        ...mount,
        publicUrl: config.PUBLIC_URL,
        maxQuestionCharacters: config.MAX_QUESTION_CHARACTERS,
      }),
    showProblem: (context, { title, detail, status }) =>
      sendPage(context, messagePage({ title, text: detail }), status),
  };
}
