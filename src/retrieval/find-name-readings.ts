import type { Acronym } from '../index/paragraph-store.ts';
import { stemsOf } from '../index/stem-words.ts';
import type { CorpusKnowledge } from './corpus-knowledge.ts';
import { mentions } from './mentions.ts';

/** One of the things that a name in a question may stand for. */
export interface NameReading {
  /** The name in the question. */
  name: string;
  /** What it may stand for, as the corpus writes it out. */
  meaning: string;
  reports: string[];
}

/**
 * What a name of the question may stand for, when the corpus knows several things by that name: a short form that reports
 * of several bodies spell out differently, or the name that several authorities share. Empty when there is no such name; a
 * name of which only one reading has a report in scope is resolved by that.
 */
export function findNameReadings(
  text: string,
  scope: ReadonlySet<string>,
  knowledge: CorpusKnowledge,
): NameReading[] {
  for (const readings of [...shortForms(text, knowledge), ...sharedNames(text, knowledge)]) {
    const inScope = readings
      .map((reading) => ({ ...reading, reports: reading.reports.filter((id) => scope.has(id)) }))
      .filter(({ reports }) => reports.length > 0);
    if (inScope.length > 1) return inScope;
  }
  return [];
}

function shortForms(text: string, knowledge: CorpusKnowledge): NameReading[][] {
  const words = text.match(/[\p{L}\p{N}&]{3,}/gu) ?? [];
  return words.flatMap((word) => {
    const known = knowledge.acronyms.get(word.toLowerCase());
    if (!known || !text.includes(known[0]?.short ?? word)) return [];
    return [groupByMeaning(word, known)];
  });
}

/** One reading for each thing meant: long forms that only say more or less of the same words mean the same. */
function groupByMeaning(name: string, known: readonly Acronym[]): NameReading[] {
  const readings: (NameReading & { stems: Set<string> })[] = [];
  for (const { long, report } of known) {
    const stems = new Set(stemsOf(long));
    const same = readings.find((one) => one.stems.isSubsetOf(stems) || stems.isSubsetOf(one.stems));
    if (!same) readings.push({ name, meaning: long, reports: [report], stems });
    else if (!same.reports.includes(report)) same.reports.push(report);
  }
  return readings.map(({ stems: _stems, ...reading }) => reading);
}

function sharedNames(text: string, knowledge: CorpusKnowledge): NameReading[][] {
  const lower = text.toLowerCase();
  const names = [...new Set(knowledge.authorities.flatMap(({ sharedAliases }) => sharedAliases))];
  return names
    .filter((name) => mentions(lower, name))
    .map((name) =>
      knowledge.authorities
        .filter(({ sharedAliases }) => sharedAliases.includes(name))
        .map((authority) => ({ name, meaning: authority.name, reports: authority.reports })),
    );
}
