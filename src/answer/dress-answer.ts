import type { StoredReport } from '../index/paragraph-store.ts';
import { highlightWords } from '../retrieval/highlight-words.ts';
import type { Passage } from '../retrieval/passage.ts';
import type { QuestionReading } from '../retrieval/question-reading.ts';
import type { Answer, Hit } from './answer.ts';
import type { AnswerSetting, Outcome } from './answer-question.ts';
import { type Composed, composeAnswer, renderAnswer } from './compose-answer.ts';
import { findGaps } from './find-gaps.ts';
import { ageInWords, newestFirst } from './order-by-date.ts';
import type { Refusal } from './refuse.ts';
import { toHit } from './to-hit.ts';

/** Passages that are offered as nearest when nothing is quoted. */
const nearestShown = 5;

/** Dresses what answering came to as the answer that a reader gets. */
export function dressAnswer(state: {
  reading: QuestionReading;
  scope: readonly StoredReport[];
  passages: readonly Passage[];
  outcome: Outcome;
  setting: AnswerSetting;
}): Answer {
  const { reading, scope, passages, outcome, setting } = state;
  const quoted = reading.asksOfNow ? newestFirst(outcome.quoted) : outcome.quoted;
  const composed = composeAnswer(quoted, (report) =>
    reading.asksOfNow ? ageInWords(report, quoted, scope) : null,
  );
  const reason = outcome.refusal && withIncomplete(outcome.refusal, scope);
  const said = outcome.status === 'answered' ? composed : spoken(reason?.text ?? outcome.decision, composed);
  return {
    id: setting.id,
    question: reading.asked,
    created: setting.now().toISOString(),
    status: outcome.status,
    ...(reason ? { reason } : {}),
    answer: renderAnswer(said.parts),
    parts: said.parts,
    citations: said.citations,
    gaps:
      outcome.status === 'answered'
        ? [...(outcome.gaps ?? []), ...findGaps(reading, scope, outcome.quoted)]
        : [],
    ...(outcome.choices ? { choices: outcome.choices } : {}),
    searched: {
      reports: scope.map((report) => report.id),
      paragraphs: scope.reduce((sum, report) => sum + report.rows[1] - report.rows[0], 0),
      question: reading.standalone,
    },
    nearest: offersNearest(outcome) ? nearest(passages, reading) : [],
    answerer: 'quote',
    generation: setting.generation.id,
  };
}

/** Somebody who asks for help gets no report text as guidance. */
function offersNearest({ status, refusal }: Outcome): boolean {
  return status === 'not_found' && refusal?.code !== 'help';
}

/** What is said when nothing answers: the reason, and the nearest that the reports come to it. */
function spoken(reason: string, nearest: Composed): Composed {
  const text = nearest.parts.length > 0 ? `${reason} The nearest they come to it:` : reason;
  return { parts: [{ text, role: 'label', markers: [] }, ...nearest.parts], citations: nearest.citations };
}

/**
 * Whoever says that a report is silent says too when the copy searched is incomplete; when no other was searched, that
 * is the reason.
 */
function withIncomplete(refusal: Refusal, scope: readonly StoredReport[]): Refusal {
  if (refusal.code !== 'silent') return refusal;
  const notices = scope.flatMap(({ metadata, reading }) =>
    reading.notice ? [`${metadata.title}: ${reading.notice}`] : [],
  );
  if (notices.length === 0) return refusal;
  const code = notices.length === scope.length ? 'incomplete_copy' : refusal.code;
  return { code, text: `${refusal.text} ${notices.join(' ')}` };
}

function nearest(passages: readonly Passage[], reading: QuestionReading): Hit[] {
  return passages
    .slice(0, nearestShown)
    .map(({ paragraph, report, score }) =>
      toHit({ paragraph, report, score, highlights: highlightWords(paragraph.text, reading.stems) }),
    );
}
