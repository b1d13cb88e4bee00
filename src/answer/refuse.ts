import type { StoredReport } from '../index/paragraph-store.ts';
import type { CorpusKnowledge } from '../retrieval/corpus-knowledge.ts';
import type { Passage } from '../retrieval/passage.ts';
import type { QuestionReading } from '../retrieval/question-reading.ts';
import type { ReasonCode } from './answer.ts';
import { dateInWords, mainDate } from './report-date.ts';

/** Why an answer is refused: a code for programs, a sentence for people. */
export interface Refusal {
  code: ReasonCode;
  text: string;
}

const asksAboutNow =
  /\b(?:today|tonight|right now|at the moment|nowadays|these days|this (?:week|month|year)|as of now|up to date)\b/i;

/** What can be told before any search: the question names an authority, a body or a period that is not held. */
export function refuseBeforeSearch(
  reading: QuestionReading,
  scope: readonly StoredReport[],
  knowledge: CorpusKnowledge,
): Refusal | null {
  if (scope.length === 0) {
    return { code: 'silent', text: 'No report held here fits the filters, so nothing was searched.' };
  }
  return refuseName(reading, knowledge) ?? refusePeriod(reading, scope, knowledge);
}

/** A name that occurs nowhere counts when it stands for an authority, and none that is held is named, or for a body. */
function refuseName(reading: QuestionReading, knowledge: CorpusKnowledge): Refusal | null {
  const held = knowledge.authorities.map((authority) => authority.name);
  const body = reading.unknownNames.find((unknown) => unknown.isBody);
  const place = reading.unknownNames.find((unknown) => unknown.isPlace);
  if (place && !reading.namesAuthority && held.length > 0) {
    const text = `“${place.name}” occurs nowhere in the reports held. They are about ${inWords(held)}.`;
    return { code: 'no_such_authority', text };
  }
  return body ? { code: 'no_such_body', text: `“${body.name}” occurs nowhere in the reports held.` } : null;
}

function refusePeriod(
  reading: QuestionReading,
  scope: readonly StoredReport[],
  knowledge: CorpusKnowledge,
): Refusal | null {
  const { period } = knowledge;
  if (!period) return null;
  const newest = scope.toSorted((a, b) =>
    (mainDate(b.metadata.dates) ?? '').localeCompare(mainDate(a.metadata.dates) ?? ''),
  )[0];
  const newestInWords = newest && dateInWords(newest.metadata.dates);
  const about = newestInWords
    ? ` The newest that fits is “${newest.metadata.title}” of ${newestInWords}.`
    : '';
  const unheld = reading.years.filter(
    (year) => !knowledge.wordFrequency.has(String(year)) && !isHeld(year, scope),
  );
  if (unheld.length > 0 && unheld.length === reading.years.length) {
    return {
      code: 'no_such_period',
      text: `No report held here is from ${inWords(unheld.map(String))} or speaks of it.${about}`,
    };
  }
  if (asksAboutNow.test(reading.standalone)) {
    return { code: 'no_such_period', text: `The reports held cannot say how things stand today.${about}` };
  }
  return null;
}

function isHeld(year: number, scope: readonly StoredReport[]): boolean {
  return scope.some((report) =>
    Object.values(report.metadata.dates).some((date) => JSON.stringify(date).includes(String(year))),
  );
}

/** What only the search can tell: there was nothing to search for, or nothing was found. */
export function refuseAfterSearch(reading: QuestionReading, passages: readonly Passage[]): Refusal | null {
  if (reading.stems.length === 0) {
    return {
      code: 'off_topic',
      text: 'The question has none but the commonest words; say what it is about.',
    };
  }
  if (passages.length === 0) {
    return { code: 'off_topic', text: 'None of the words of the question occur in the reports held.' };
  }
  return null;
}

/** "A, B and C". */
export function inWords(items: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);
}
