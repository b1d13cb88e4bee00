import { type AskedKind, findAskedKind } from '../../retrieval/asked-kind.ts';
import type { Passage } from '../../retrieval/passage.ts';
import type { QuestionReading } from '../../retrieval/question-reading.ts';
import { inYears } from '../../retrieval/report-years.ts';
import { keepContext } from './keep-context.ts';
import type { WeighedSentence } from './weigh-sentences.ts';

/**
 * How far below the best a further quote may score: one of a paragraph that is quoted already, one of another paragraph,
 * the same where the question asks for more than one thing, and the first of each report that is set beside the others.
 * Chosen in docs/decisions/0013-picking-quotes.md.
 */
export const margins = { sameParagraph: 0.9, otherParagraph: 0.05, oneOfSeveral: 0.1, comparedReport: 1.3 };
/** Kinds of question that one paragraph seldom answers whole. */
const kindsOfSeveral: ReadonlySet<AskedKind> = new Set(['wording', 'overview', 'comparison', 'list']);
/** The reader's score below which a sentence opens no further paragraph. */
export const readToOpen = 0;

/** Quotes of one paragraph. */
const quotesOfParagraph = 3;
/** More reports than this are not set side by side in one answer. */
export const comparedReports = 4;
/** Further quotes do not make an answer longer than this. */
const wordsOfAnswer = 120;
/** Two sentences that share this much of their words say the same. */
const duplicateShare = 0.8;

/** A quote that was chosen: whole sentences of one paragraph. */
export interface ChosenQuote {
  sentence: WeighedSentence;
  start: number;
  end: number;
}

/** What was decided about each sentence that was weighed, for the record. */
export interface Choice {
  quotes: ChosenQuote[];
  why: Map<WeighedSentence, string>;
}

/**
 * Chooses quotes, best first: more of a paragraph that is cited already costs a reader less than another citation, so it may
 * score lower. At most `limit` quotes of one report, or of all reports unless the question spans them; grouped by report,
 * the report with the most direct one first.
 */
export function chooseQuotes(
  weighed: readonly WeighedSentence[],
  reading: QuestionReading,
  limit: number,
): Choice {
  const why = new Map<WeighedSentence, string>();
  const taken: WeighedSentence[] = [];
  for (const sentence of weighed) {
    const reason = taken.length === 0 ? null : objection(sentence, { taken, reading, limit });
    why.set(sentence, reason ?? (taken.length === 0 ? 'the most direct' : 'close to the most direct'));
    if (!reason) taken.push(sentence);
  }
  return { quotes: mergeNeighbours(inReadingOrder(taken).map(wholeQuote)), why };
}

/** Report by report and paragraph by paragraph, each where its best sentence puts it; within one as printed. */
function inReadingOrder(taken: readonly WeighedSentence[]): WeighedSentence[] {
  const reports = [...new Set(taken.map(({ passage }) => passage.report))];
  const passages = [...new Set(taken.map(({ passage }) => passage))];
  return taken.toSorted(
    (a, b) =>
      reports.indexOf(a.passage.report) - reports.indexOf(b.passage.report) ||
      passages.indexOf(a.passage) - passages.indexOf(b.passage) ||
      a.start - b.start,
  );
}

/** Why a sentence is not quoted beside those taken, or null. */
function objection(
  sentence: WeighedSentence,
  state: { taken: readonly WeighedSentence[]; reading: QuestionReading; limit: number },
): string | null {
  const { taken, reading, limit } = state;
  const [best] = taken as [WeighedSentence];
  const ofReport = taken.filter((one) => one.passage.report === sentence.passage.report);
  const ofParagraph = ofReport.filter((one) => one.passage === sentence.passage);
  const compares = reading.spansReports;
  const opensReport = compares && ofReport.length === 0;
  if (opensReport && new Set(taken.map((one) => one.passage.report)).size >= comparedReports) {
    return 'enough reports side by side';
  }
  if (!opensReport && (compares ? ofReport : taken).length >= limit) return 'the answer is full';
  if (ofParagraph.length >= quotesOfParagraph) return 'enough of this paragraph';
  const from = (compares ? ofReport[0] : best) ?? best;
  const margin = opensReport
    ? margins.comparedReport
    : ofParagraph.length > 0
      ? margins.sameParagraph
      : marginOfOthers(reading);
  // Whoever names what is to be compared wants to hear of each; otherwise only a report that answers is set beside the others.
  const awaited = opensReport && isAwaited(sentence.passage, taken, reading);
  const finds = sentence.read === null || sentence.read >= readToOpen;
  if (ofParagraph.length === 0 && !awaited && !finds) return 'the reader finds no answer in it';
  if (!awaited && from.score - sentence.score > margin) return 'too far below the most direct';
  if (!opensReport && wordsIn([...taken, sentence]) > wordsOfAnswer) return 'the answer would be too long';
  return taken.some((one) => sameWords(one.stems, sentence.stems))
    ? 'says the same as a quote already taken'
    : null;
}

function marginOfOthers({ spansReports, asked }: QuestionReading): number {
  const several = spansReports || kindsOfSeveral.has(findAskedKind(asked));
  return several ? margins.oneOfSeveral : margins.otherParagraph;
}

/** Whether the question names what this report is of, an authority or a year among several, and nothing is quoted of it yet. */
function isAwaited(
  { report }: Passage,
  taken: readonly WeighedSentence[],
  reading: QuestionReading,
): boolean {
  const quoted = taken.map(({ passage }) => passage.report.metadata);
  const { metadata } = report;
  if (reading.years.length > 1) {
    const years = reading.years.filter((year) => inYears(metadata.dates, year, year));
    return years.length > 0 && !quoted.some(({ dates }) => years.some((year) => inYears(dates, year, year)));
  }
  const several = reading.authorities.length > 1 || reading.nameReadings.length > 1;
  return several && !quoted.some(({ authority }) => authority === metadata.authority);
}

function wordsIn(sentences: readonly WeighedSentence[]): number {
  return sentences.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
}

function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return shared / Math.max(1, Math.min(a.size, b.size)) >= duplicateShare;
}

/** A sentence with what it may not be torn from. */
export function wholeQuote(sentence: WeighedSentence): ChosenQuote {
  const { paragraph, sentences } = sentence.passage;
  return { sentence, ...keepContext({ text: paragraph.text, sentences, place: sentence.place }) };
}

/** Quotes of one paragraph that touch or overlap become one. */
export function mergeNeighbours(quotes: readonly ChosenQuote[]): ChosenQuote[] {
  const merged: ChosenQuote[] = [];
  for (const quote of quotes) {
    const other = merged.find((one) => touches(one, quote));
    if (other) {
      other.start = Math.min(other.start, quote.start);
      other.end = Math.max(other.end, quote.end);
    } else merged.push({ ...quote });
  }
  return merged;
}

function touches(one: ChosenQuote, quote: ChosenQuote): boolean {
  if (one.sentence.passage !== quote.sentence.passage) return false;
  const apart = quote.start > one.end + 1 || one.start > quote.end + 1;
  const { text } = quote.sentence.passage.paragraph;
  const between = text.slice(Math.min(one.end, quote.end), Math.max(one.start, quote.start));
  return !apart && !/[\n\t]/.test(between);
}
