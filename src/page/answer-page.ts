import { html } from 'hono/html';
import type { Answer } from '../answer/answer.ts';
import { type AnswerSurroundings, answerView } from './answer-view.ts';
import { askForm } from './ask-form.ts';
import { layout } from './layout.ts';
import type { Html } from './page-options.ts';
import { shortened } from './wording.ts';

/** An answer as it was given, with a field for a question that follows it. */
export function answerPage(
  answer: Answer,
  surroundings: AnswerSurroundings & { maxQuestionCharacters: number },
): Html {
  const { reports, maxQuestionCharacters } = surroundings;
  return layout({
    title: shortened(answer.question, 70),
    here: 'ask',
    noIndex: true,
    main: html`${answerView(answer, surroundings)}
<section class="follow-up" aria-label="Ask again">
${askForm({ label: 'Ask a follow-up, or something else', after: answer.id, reports, maxQuestionCharacters })}
</section>`,
  });
}
