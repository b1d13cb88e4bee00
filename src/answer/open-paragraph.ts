import type { Generation } from '../index/generation.ts';
import type { StoredParagraph, StoredReport } from '../index/paragraph-store.ts';
import { findNumbered } from '../retrieval/find-numbered.ts';
import type { Choice } from './answer.ts';
import type { Outcome } from './answer-question.ts';
import { reportInWords } from './report-date.ts';

/** Up to this many readings of a number are opened; beyond that the asker chooses. */
const readingsOpened = 3;
const choicesOffered = 12;

/** Opens the paragraph that carries a number: up to three of that number whole, else a choice. Null when there is none. */
export async function openParagraph(
  number: string,
  scope: readonly StoredReport[],
  generation: Generation,
): Promise<Outcome | null> {
  const found = await findNumbered(generation, scope, number);
  if (found.length === 0) return null;
  if (found.length > readingsOpened) return offerChoices(number, found, scope);
  const quoted = found.flatMap((paragraph) => {
    const report = scope.find((one) => one.id === paragraph.report);
    return report ? [{ paragraph, report, start: 0, end: paragraph.text.length }] : [];
  });
  return { status: 'answered', decision: `opened paragraph ${number}`, quoted };
}

function offerChoices(
  number: string,
  found: readonly StoredParagraph[],
  scope: readonly StoredReport[],
): Outcome {
  const holding = scope.filter((report) => found.some((paragraph) => paragraph.report === report.id));
  const choices = holding.slice(0, choicesOffered).map(
    (report): Choice => ({
      label: `Paragraph ${number} of ${reportInWords(report.metadata)} (${report.metadata.title})`,
      question: `Paragraph ${number}`,
      filters: { reports: [report.id] },
    }),
  );
  return {
    status: 'clarify',
    decision: `${holding.length} reports have a paragraph ${number}. Which one is meant?`,
    quoted: [],
    choices,
  };
}
