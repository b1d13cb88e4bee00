import type { StoredReport } from '../index/paragraph-store.ts';
import { stemsOf, wordsOf } from '../index/stem-words.ts';
import { stopWords } from '../index/stop-words.ts';
import type { ParagraphKind } from '../paragraphs/paragraph.ts';
import type { CorpusKnowledge, KnownAuthority } from './corpus-knowledge.ts';
import { type Expansion, findExpansions, spellOutSections } from './expand-acronyms.ts';
import { findAuthorities, findUnknownNames, findYears } from './find-names.ts';
import { makeStandalone } from './make-standalone.ts';
import { mendSpelling } from './mend-spelling.ts';
import { findParagraphNumber } from './paragraph-number.ts';
import type { Turn } from './passage.ts';
import type { QuestionReading } from './question-reading.ts';
import { reportYears } from './report-years.ts';

/** How much likelier a report becomes when the question names one of its years, or words of its title or kind. */
const namedYearFactor = 1.5;
const namedTitleFactor = 1.25;

const comparing =
  /\b(?:compare[ds]?|comparison|versus|vs|between|both|each|differ(?:s|ed|ence|ences)?|across|all the reports|which reports?|change[ds]?|over time|since|better or worse|worse|improved)\b/i;

const askedKinds: [ParagraphKind, RegExp][] = [
  [
    'judgement',
    /\b(?:grades?|graded|judge(?:d|ments?)|rated|ratings?|verdicts?|overall effectiveness|scored?)\b/i,
  ],
  ['recommendation', /\b(?:recommend(?:s|ed|ations?)?|areas? for improvement|told to|asked to improve)\b/i],
];

/** Reads a question against what the corpus itself knows. `reports` are those that the asker's filters leave. */
export function readQuestion(question: {
  text: string;
  history: readonly Turn[];
  knowledge: CorpusKnowledge;
  reports: readonly StoredReport[];
}): QuestionReading {
  const { knowledge, reports } = question;
  const asked = tidy(question.text);
  const standalone = tidy(makeStandalone(asked, question.history, knowledge));
  const corrections = findCorrections(standalone, knowledge);
  const mended = applyCorrections(spellOutSections(standalone), corrections);
  const expansions = findExpansions(mended, knowledge);
  const authorities = findAuthorities(mended, knowledge);
  const named = new Set(authorities.flatMap((authority) => authority.reports));
  const namedReports = named.size > 0 ? reports.filter((report) => named.has(report.id)) : reports;
  const years = findYears(mended);
  const spansReports = comparing.test(mended) || authorities.length > 1 || years.length > 1;
  const inScope = years.length > 1 ? reportsOfYears(namedReports, years) : namedReports;
  const dated = years.filter((year) =>
    inScope.some((report) => reportYears(report.metadata.dates).includes(year)),
  );
  const sought = withoutNames(mended, authorities, dated);
  const preferred = preferReports(mended, years, inScope);
  const names = [
    ...authorities.flatMap((one) => one.aliases),
    ...reports.map((report) => report.metadata.title),
  ];
  return {
    asked,
    standalone,
    searchText: withExpansions(sought, expansions),
    stems: searchStems(sought, expansions),
    corrections,
    expansions,
    authorities: authorities.map((authority) => authority.name),
    reports: inScope.map((report) => report.id),
    preferred,
    kind: askedKinds.find(([, wording]) => wording.test(mended))?.[0] ?? null,
    years,
    unknownNames: findUnknownNames(applyCorrections(standalone, corrections), knowledge),
    paragraphNumber: findParagraphNumber(mended, names, knowledge),
    spansReports,
  };
}

/** Drops control and formatting characters and surplus blanks. */
function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Co}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function findCorrections(text: string, knowledge: CorpusKnowledge): { from: string; to: string }[] {
  const corrections: { from: string; to: string }[] = [];
  for (const word of new Set(text.match(/\p{L}[\p{L}’']*/gu) ?? [])) {
    const bare = word.replace(/['’]s?$/, '');
    const [stem] = stemsOf(bare);
    if (stopWords.has(bare.toLowerCase()) || (stem && knowledge.stemFrequency.has(stem))) continue;
    const mended = mendSpelling(bare, knowledge);
    if (mended) corrections.push({ from: bare, to: mended });
  }
  return corrections;
}

function applyCorrections(text: string, corrections: readonly { from: string; to: string }[]): string {
  return corrections.reduce((mended, { from, to }) => {
    const capital = from.charAt(0) !== from.charAt(0).toLowerCase();
    const word = capital ? to.charAt(0).toUpperCase() + to.slice(1) : to;
    return mended.replace(new RegExp(`(?<!\\p{L})${from}(?!\\p{L})`, 'gu'), word);
  }, text);
}

/** Of several years named, the reports of those years, if each authority keeps one; else all of them. */
function reportsOfYears(reports: readonly StoredReport[], years: readonly number[]): readonly StoredReport[] {
  const kept = reports.filter(({ metadata }) =>
    reportYears(metadata.dates).some((year) => years.includes(year)),
  );
  const authorities = (list: readonly StoredReport[]) =>
    new Set(list.map(({ metadata }) => metadata.authority)).size;
  return kept.length > 1 && authorities(kept) === authorities(reports) ? kept : reports;
}

/**
 * The question without the names and years that already narrow it to reports: among those they tell nothing apart and
 * would outweigh what is asked. A question that consists of them keeps them.
 */
function withoutNames(
  text: string,
  authorities: readonly KnownAuthority[],
  years: readonly number[],
): string {
  const aliases = authorities.flatMap((one) => one.aliases).toSorted((a, b) => b.length - a.length);
  const escaped = aliases.map((alias) => alias.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern = [...escaped, ...years.map(String)].join('|');
  if (pattern === '') return text;
  const names = new RegExp(
    `(?:\\b(?:in|at|for|of|by|from)\\s+)?(?<![\\p{L}\\p{N}])(?:${pattern})(?:['’]s?)?(?![\\p{L}\\p{N}])[:,]?`,
    'giu',
  );
  const rest = tidy(text.replace(names, ' '));
  return wordsOf(rest).some(({ word }) => !stopWords.has(word)) ? rest : text;
}

function withExpansions(text: string, expansions: readonly Expansion[]): string {
  const missing = expansions.filter(({ long }) => !text.toLowerCase().includes(long.toLowerCase()));
  return missing.length === 0 ? text : `${text} (${missing.map(({ long }) => long).join('; ')})`;
}

function searchStems(text: string, expansions: readonly Expansion[]): string[] {
  const content = wordsOf(text)
    .filter(({ word }) => !stopWords.has(word))
    .map(({ stem }) => stem);
  const added = expansions.flatMap(({ short, long }) => stemsOf(`${short} ${long}`));
  return [...new Set([...content, ...added.filter((stem) => !stopWords.has(stem))])];
}

function preferReports(
  text: string,
  years: readonly number[],
  reports: readonly StoredReport[],
): Record<string, number> {
  const asked = new Set(stemsOf(text));
  const preferred: Record<string, number> = {};
  for (const { id, metadata } of reports) {
    const yearNamed = reportYears(metadata.dates).some((year) => years.includes(year));
    const kind = stemsOf(metadata.documentKind ?? '');
    const kindNamed = kind.length > 0 && kind.every((stem) => asked.has(stem));
    const factor = (yearNamed ? namedYearFactor : 1) * (kindNamed ? namedTitleFactor : 1);
    if (factor > 1) preferred[id] = factor;
  }
  return preferred;
}
