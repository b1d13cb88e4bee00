import type { Generation } from '../index/generation.ts';
import type { Acronym, StoredReport } from '../index/paragraph-store.ts';
import { wordsOf } from '../index/stem-words.ts';
import { reportYears } from './report-years.ts';

/** An authority of the corpus and the ways in which people write its name, in lower case. */
export interface KnownAuthority {
  name: string;
  /** Names that mean this authority and no other, however they are typed. */
  aliases: string[];
  /** Single words of its name that no other authority shares; they count only with a capital. */
  capitalAliases: string[];
  /** Names that it shares with others of the corpus, in lower case. */
  sharedAliases: string[];
  reports: string[];
}

/** What the loaded corpus itself knows: words, names, short forms. Nothing here comes from a list in the code. */
export interface CorpusKnowledge {
  reports: readonly StoredReport[];
  /** Paragraphs that hold a stem. */
  stemFrequency: ReadonlyMap<string, number>;
  /** Paragraphs that hold a word as printed (lower case); 0 for words of headings and furniture alone. */
  wordFrequency: ReadonlyMap<string, number>;
  wordsByFirstLetter: ReadonlyMap<string, string[]>;
  authorities: KnownAuthority[];
  /** Short forms by their lower-case spelling; several where reports differ. */
  acronyms: ReadonlyMap<string, Acronym[]>;
  /** First and last year of any report's dates, or null when no report is dated. */
  period: { from: number; to: number } | null;
  paragraphs: number;
}

const known = new WeakMap<Generation, CorpusKnowledge>();

/** What a generation's corpus knows, worked out once for each generation. */
export function corpusKnowledge(generation: Generation): CorpusKnowledge {
  let knowledge = known.get(generation);
  if (!knowledge) {
    knowledge = gatherKnowledge(generation);
    known.set(generation, knowledge);
  }
  return knowledge;
}

function gatherKnowledge(generation: Generation): CorpusKnowledge {
  const stemFrequency = new Map<string, number>();
  const wordFrequency = new Map<string, number>();
  const wordsByFirstLetter = new Map<string, string[]>();
  for (const { word, stem, paragraphs } of generation.vocabulary) {
    stemFrequency.set(stem, paragraphs);
    wordFrequency.set(word, paragraphs);
    const letter = word.charAt(0);
    const group = wordsByFirstLetter.get(letter);
    if (group) group.push(word);
    else wordsByFirstLetter.set(letter, [word]);
  }
  for (const word of wordsOutside(generation.reports)) {
    if (!wordFrequency.has(word)) wordFrequency.set(word, 0);
  }
  const acronyms = new Map<string, Acronym[]>();
  for (const acronym of generation.acronyms) {
    const key = acronym.short.toLowerCase();
    acronyms.set(key, [...(acronyms.get(key) ?? []), acronym]);
  }
  const years = generation.reports.flatMap((report) => reportYears(report.metadata.dates));
  return {
    reports: generation.reports,
    stemFrequency,
    wordFrequency,
    wordsByFirstLetter,
    authorities: gatherAuthorities(generation.reports),
    acronyms,
    period: years.length > 0 ? { from: Math.min(...years), to: Math.max(...years) } : null,
    paragraphs: generation.manifest.counts.paragraphs,
  };
}

/** Words of headings, column heads and furniture: printed too, so nobody may say that they occur nowhere. */
function wordsOutside(reports: readonly StoredReport[]): string[] {
  const texts = reports.flatMap(({ headings, columns, furniture }) => [
    ...headings,
    ...columns,
    ...furniture,
  ]);
  return wordsOf(texts.join('\n')).map(({ word }) => word);
}

function gatherAuthorities(reports: readonly StoredReport[]): KnownAuthority[] {
  const byName = new Map<string, { short: string; reports: string[] }>();
  for (const { id, metadata } of reports) {
    if (!metadata.authority) continue;
    const entry = byName.get(metadata.authority) ?? {
      short: metadata.authorityShort ?? metadata.authority,
      reports: [],
    };
    entry.reports.push(id);
    byName.set(metadata.authority, entry);
  }
  const spelt = [...byName].map(([name, { short, reports: ids }]) => ({
    name,
    ids,
    ...spellings(name, short),
  }));
  const shared = (spelling: string) =>
    spelt.filter((one) => one.aliases.includes(spelling) || one.words.includes(spelling)).length > 1;
  return spelt.map(({ name, ids, aliases, words }) => ({
    name,
    aliases: aliases.filter((alias) => !shared(alias)),
    capitalAliases: spelt.length > 1 ? words.filter((word) => !shared(word)) : [],
    sharedAliases: aliases.filter((alias) => spelt.filter((one) => one.aliases.includes(alias)).length > 1),
    reports: ids,
  }));
}

function spellings(name: string, short: string): { aliases: string[]; words: string[] } {
  const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];
  const first = wordsOf(short)[0] ?? '';
  const aliases = [name.toLowerCase(), short.toLowerCase(), ...(first.length > 3 ? [first] : [])];
  const words = [...wordsOf(name), ...wordsOf(short)].filter((word) => word.length > 3);
  return { aliases: [...new Set(aliases)], words: [...new Set(words)] };
}
