import type { StoredReport } from '../index/paragraph-store.ts';
import { stemsOf, wordsOf } from '../index/stem-words.ts';
import { stopWords } from '../index/stop-words.ts';
import type { ParagraphKind } from '../paragraphs/paragraph.ts';
import { asksOfNow } from './asks-of-now.ts';
import type { CorpusKnowledge, KnownAuthority } from './corpus-knowledge.ts';
import { type Expansion, findExpansions, spellOutSections } from './expand-acronyms.ts';
import { findAspect } from './find-aspect.ts';
import { findNameReadings } from './find-name-readings.ts';
import { findAuthorities, findUnknownNames, findYears } from './find-names.ts';
import { makeStandalone } from './make-standalone.ts';
import { mendSpelling } from './mend-spelling.ts';
import { narrowReports, preferReports } from './narrow-reports.ts';
import { findParagraphNumber } from './paragraph-number.ts';
import type { Turn } from './passage.ts';
import type { QuestionReading } from './question-reading.ts';
import { reportYears } from './report-years.ts';
import { splitQuestion } from './split-question.ts';

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
  const mendedAsked = applyCorrections(asked, corrections);
  const mended = applyCorrections(spellOutSections(standalone), corrections);
  const authorities = findAuthorities(mended, knowledge);
  const years = findYears(mended);
  const names = authorities.flatMap((one) => [...one.aliases, ...one.capitalAliases]);
  const kinds = reports.map((report) => report.metadata.documentKind ?? '');
  const paragraphNumber = findParagraphNumber(mended, [...names, ...kinds], knowledge);
  const named = { text: mended, authorities, years, isLookup: paragraphNumber !== null };
  const narrowed = narrowReports(reports, named);
  const ids = new Set(narrowed.map(({ id }) => id));
  const nameReadings = years.length > 0 ? [] : findNameReadings(mended, ids, knowledge);
  const meant = new Set(nameReadings.flatMap((one) => one.reports));
  const inScope = meant.size > 0 ? narrowed.filter(({ id }) => meant.has(id)) : narrowed;
  const expansions = findExpansions(mended, new Set(inScope.map(({ id }) => id)), knowledge);
  const dated = years.filter((year) =>
    inScope.some(({ metadata }) => reportYears(metadata.dates).includes(year)),
  );
  const spans = comparing.test(mended) || authorities.length > 1 || years.length > 1;
  const nameless = withoutNames(mended, authorities, dated);
  const sought = spans ? findAspect(nameless) : nameless;
  return {
    asked,
    mended: mendedAsked,
    standalone,
    searchText: withExpansions(sought, expansions),
    fullText: withExpansions(spans ? sought : mended, expansions),
    parts: standalone === asked ? splitQuestion(mended) : [mended],
    stems: searchStems(sought, expansions),
    corrections,
    expansions,
    authorities: authorities.map((authority) => authority.name),
    reports: inScope.map((report) => report.id),
    preferred: preferReports(inScope, named),
    kind: askedKinds.find(([, wording]) => wording.test(mended))?.[0] ?? null,
    years,
    asksOfNow: asksOfNow(mendedAsked),
    unknownNames: findUnknownNames(mendedAsked, knowledge),
    namesAuthority: findAuthorities(mendedAsked, knowledge).length > 0,
    nameReadings,
    paragraphNumber,
    spansReports: spans || nameReadings.length > 1,
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
    `(?:\\b(?:in|at|for|of|by|from)\\s+)?(?<![\\p{L}\\p{N}])(?:${pattern})(?:['’]?s|['’])?(?![\\p{L}\\p{N}])[:,]?`,
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
