import type { Generation } from '../index/generation.ts';
import type { StoredParagraph, StoredReport } from '../index/paragraph-store.ts';
import { findNumbered } from '../retrieval/find-numbered.ts';
import type { Choice } from './answer.ts';
import type { Outcome } from './answer-question.ts';

/** Up to this many readings of a number are opened; beyond that the asker chooses. */
const readingsOpened = 3;
const choicesOffered = 12;

/** The number at the end of a label typed as a question ("…, Strengths, item 3"). */
const lastNumber = /(\d[\d.]*[a-z]?(?:\([a-z]+\))*)\s*$/i;

/** Opens the one paragraph whose label the question is, whatever its capitals. Null when it is no label. */
export async function openLabelled(
  question: string,
  scope: readonly StoredReport[],
  generation: Generation,
): Promise<Outcome | null> {
  const number = lastNumber.exec(question)?.[1];
  if (!number) return null;
  const found = await findNumbered(generation, scope, number);
  const paragraph = found.find(({ label }) => label.toLowerCase() === question.toLowerCase());
  const report = scope.find((one) => one.id === paragraph?.report);
  if (!paragraph || !report) return null;
  const quoted = [{ paragraph, report, start: 0, end: paragraph.text.length }];
  return { status: 'answered', decision: `opened ${paragraph.label}`, quoted };
}

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

/** Ready questions, each of which opens one of the paragraphs by itself. */
function offerChoices(
  number: string,
  found: readonly StoredParagraph[],
  scope: readonly StoredReport[],
): Outcome {
  const choices = found.slice(0, choicesOffered).flatMap((paragraph): Choice[] => {
    const report = scope.find((one) => one.id === paragraph.report);
    if (!report) return [];
    const label = `${paragraph.label} (${report.metadata.title})`;
    return [{ label, question: paragraph.label, filters: { reports: [report.id] } }];
  });
  return {
    status: 'clarify',
    decision: `${countInWords(found.length)} of the reports held are numbered ${number}. Which one is meant?`,
    quoted: [],
    choices,
  };
}

/** Only the first are looked up and offered: how many there are beyond them is not known. */
function countInWords(found: number): string {
  return found > choicesOffered ? `More than ${choicesOffered} paragraphs` : `${found} paragraphs`;
}
