import type { StoredReport } from '../index/paragraph-store.ts';
import { stemsOf, wordsOf } from '../index/stem-words.ts';
import { stopWords } from '../index/stop-words.ts';
import type { CorpusKnowledge } from './corpus-knowledge.ts';
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
  const inScope = named.size > 0 ? reports.filter((report) => named.has(report.id)) : reports;
  const years = findYears(mended);
  const preferred = preferReports(mended, years, inScope);
  const names = [
    ...authorities.flatMap((one) => one.aliases),
    ...reports.map((report) => report.metadata.title),
  ];
  return {
    asked,
    standalone,
    searchText: withExpansions(mended, expansions),
    stems: searchStems(mended, expansions),
    corrections,
    expansions,
    authorities: authorities.map((authority) => authority.name),
    reports: inScope.map((report) => report.id),
    preferred,
    years,
    unknownNames: findUnknownNames(applyCorrections(standalone, corrections), knowledge),
    paragraphNumber: findParagraphNumber(mended, names, knowledge),
    spansReports: comparing.test(mended) || authorities.length > 1 || years.length > 1,
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
