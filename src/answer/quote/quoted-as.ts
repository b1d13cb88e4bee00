import type { Quoted } from '../compose-answer.ts';
import type { ChosenQuote } from './choose-quotes.ts';
import { leadOf } from './keep-context.ts';

/** A chosen quote as an answer quotes it: a bullet behind the lead-in of its list. */
export function quotedAs({ sentence, start, end }: ChosenQuote): Quoted {
  const { paragraph, report } = sentence.passage;
  const lead = leadOf(paragraph.text, start);
  return { paragraph, report, start, end, ...(lead ? { lead: `Listed under “${lead}”:` } : {}) };
}
