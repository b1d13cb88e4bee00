import { html } from 'hono/html';
import type { Answer, ReasonCode } from '../answer/answer.ts';
import type { StoredReport } from '../index/paragraph-store.ts';
import { countInWords } from '../paragraphs/count-in-words.ts';
import { answerWords } from './answer-words.ts';
import { choiceList } from './choice-list.ts';
import { citationCard } from './citation-card.ts';
import { feedbackForm } from './feedback-form.ts';
import { nearestList } from './nearest-list.ts';
import type { Html } from './page-options.ts';
import { momentInWords, reportName } from './wording.ts';

/** What an answer is shown with. */
export interface AnswerSurroundings {
  /** The reports held now; empty when that cannot be told. */
  reports: readonly StoredReport[];
  /** The address that links to copy begin with. */
  site: string;
  /** The reader has just said what they think of it. */
  thanked?: boolean;
}

const mostNamed = 12;

// What was refused for these reasons would not stand in the missing pages either.
const refusedForItself = new Set<ReasonCode | undefined>(['help', 'no_such_authority', 'off_topic']);

/** Reports with a gap in them, where the answer cites them or, citing nothing, speaks for them. */
function incompleteNotices(answer: Answer, reports: readonly StoredReport[]): Html {
  if (refusedForItself.has(answer.reason?.code)) return html``;
  const concerned =
    answer.citations.length > 0 ? answer.citations.map(({ report }) => report) : answer.searched.reports;
  const incomplete = reports.filter(({ id, reading }) => reading.notice && concerned.includes(id));
  return html`${incomplete.map(
    ({ metadata, reading }) =>
      html`<p class="notice"><strong>${reportName(metadata)}:</strong> ${reading.notice}</p>`,
  )}`;
}

/** What was said when there is nothing to quote: the parts, else the answer's text, and the reason once. */
function refusal(answer: Answer): Html {
  const reason = answer.reason?.text ?? '';
  const said = answer.parts.map(({ text }) => text).join(' ') || answer.answer;
  const words = answer.parts.length > 0 ? answerWords(answer) : html`<p class="label">${said}</p>`;
  return html`${words}${reason && !said.includes(reason) ? html`<p class="reason">${reason}</p>` : ''}`;
}

function nearest(answer: Answer): Html {
  if (answer.nearest.length === 0) return html``;
  const list = nearestList(answer.nearest);
  return answer.status === 'answered'
    ? html`<details class="near"><summary>Other paragraphs that come near</summary>${list}</details>`
    : html`<section class="near"><h2>Paragraphs that come nearest</h2>${list}</section>`;
}

/** How much was searched; what, by name, where that is part of saying no. */
function searched({ searched, question, status }: Answer, reports: readonly StoredReport[]): Html {
  const counted = `Searched ${countInWords(searched.reports.length, 'report')}, ${countInWords(searched.paragraphs, 'paragraph')}`;
  const names = reports
    .filter(({ id }) => searched.reports.includes(id))
    .map(({ metadata }) => reportName(metadata));
  const named = status !== 'answered' && names.length > 0 && names.length <= mostNamed;
  return html`<p class="searched">${counted}${named ? `: ${names.join('; ')}` : ''}.${
    searched.question && searched.question !== question ? html` Understood as: “${searched.question}”` : ''
  }</p>`;
}

/** An answer with everything that lets a reader check it. */
export function answerView(answer: Answer, { reports, site, thanked = false }: AnswerSurroundings): Html {
  const permalink = new URL(`/answers/${encodeURIComponent(answer.id)}`, site).href;
  const card = (citation: Answer['citations'][number]) =>
    citationCard(citation, { answerId: answer.id, site });
  return html`<article class="answer" data-question="${answer.searched.question || answer.question}" data-answer="${answer.answer}">
<h1 tabindex="-1">${answer.question}</h1>
${answer.status === 'answered' ? answerWords(answer) : refusal(answer)}
${answer.choices ? choiceList(answer.choices) : ''}
${answer.gaps.length > 0 ? html`<section class="gaps"><h2>Not in these reports</h2><ul>${answer.gaps.map((gap) => html`<li>${gap}</li>`)}</ul></section>` : ''}
${incompleteNotices(answer, reports)}
${answer.citations.length > 0 ? html`<section><h2>${answer.status === 'answered' ? 'Where it says so' : 'Where that stands'}</h2><ol class="cards">${answer.citations.map(card)}</ol></section>` : ''}
${nearest(answer)}
<div class="record">
${searched(answer, reports)}
<p>Asked on ${momentInWords(answer.created)}. Answer kept at <a href="${permalink}">${permalink}</a></p>
${feedbackForm(answer.id, thanked)}
</div>
</article>`;
}
