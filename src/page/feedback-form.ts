import { html } from 'hono/html';
import type { Html } from './page-options.ts';

/** Characters that a comment may have. */
export const maxCommentCharacters = 2000;

/** Was it helpful? Two buttons and, for those who want, a comment. */
export function feedbackForm(answerId: string, thanked: boolean): Html {
  if (thanked)
    return html`<p id="feedback-${answerId}" class="thanks" role="status">Thank you. What you said is kept with this answer.</p>`;
  const comment = `comment-${answerId}`;
  return html`<form id="feedback-${answerId}" class="feedback" method="post" action="/answers/${encodeURIComponent(answerId)}/feedback">
<fieldset><legend>Was this answer helpful?</legend>
<button class="quiet" name="verdict" value="helpful">Yes, helpful</button>
<button class="quiet" name="verdict" value="not_helpful">No, not helpful</button>
<details><summary>Add a comment</summary>
<label for="${comment}">What was right or wrong? Please name nobody.</label>
<textarea id="${comment}" name="comment" rows="3" maxlength="${maxCommentCharacters}"></textarea>
<p class="about">Then press one of the two buttons above.</p></details>
</fieldset></form>`;
}
