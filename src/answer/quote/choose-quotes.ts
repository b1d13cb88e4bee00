import type { QuestionReading } from '../../retrieval/question-reading.ts';
import { keepContext } from './keep-context.ts';
import type { WeighedSentence } from './weigh-sentences.ts';

/** How far below the best a further quote may score, within one report and in the answer of another report. */
export const margins = { sameReport: 0.35, otherReport: 0.25, comparedReport: 1.3 };

/** More reports than this are not set side by side in one answer. */
const comparedReports = 4;

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

/** Chooses at most `limit` quotes, grouped by report: the report with the most direct one first. */
export function chooseQuotes(
  weighed: readonly WeighedSentence[],
  reading: QuestionReading,
  limit: number,
): Choice {
  const why = new Map<WeighedSentence, string>();
  const taken: WeighedSentence[] = [];
  const best = weighed[0];
  for (const sentence of best ? weighed : []) {
    const reason = refusal(sentence, { best: best as WeighedSentence, taken, reading, limit });
    why.set(sentence, reason ?? (taken.length === 0 ? 'the most direct' : 'close to the most direct'));
    if (!reason) taken.push(sentence);
  }
  const reports = [...new Set(taken.map((sentence) => sentence.passage.report.id))];
  const grouped = reports.flatMap((report) =>
    taken.filter((sentence) => sentence.passage.report.id === report),
  );
  return { quotes: mergeNeighbours(grouped.map(inContext)), why };
}

function refusal(
  sentence: WeighedSentence,
  state: {
    best: WeighedSentence;
    taken: readonly WeighedSentence[];
    reading: QuestionReading;
    limit: number;
  },
): string | null {
  const { best, taken, reading, limit } = state;
  const report = sentence.passage.report.id;
  const gap = best.score - sentence.score;
  const reports = new Set(taken.map((one) => one.passage.report.id));
  const apart = !reports.has(report) && reading.spansReports;
  if (apart && reports.size >= comparedReports) return 'enough reports side by side';
  if (!apart && taken.length >= limit) return 'the answer is full';
  const close = taken.length === 0 || reports.has(report) ? margins.sameReport : margins.otherReport;
  if (gap > (apart ? margins.comparedReport : close)) return 'too far below the most direct';
  const repeats = taken.some((one) => sameWords(one.stems, sentence.stems));
  return repeats ? 'says the same as a quote already taken' : null;
}

function sameWords(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return shared / Math.max(1, Math.min(a.size, b.size)) >= duplicateShare;
}

function inContext(sentence: WeighedSentence): ChosenQuote {
  const { paragraph, sentences } = sentence.passage;
  return { sentence, ...keepContext({ text: paragraph.text, sentences, place: sentence.place }) };
}

/** Quotes of one paragraph that touch or overlap become one. */
function mergeNeighbours(quotes: readonly ChosenQuote[]): ChosenQuote[] {
  const merged: ChosenQuote[] = [];
  for (const quote of quotes) {
    const other = merged.find(
      (one) =>
        one.sentence.passage === quote.sentence.passage &&
        quote.start <= one.end + 1 &&
        one.start <= quote.end + 1 &&
        !/[\n\t]/.test(
          quote.sentence.passage.paragraph.text.slice(
            Math.min(one.end, quote.end),
            Math.max(one.start, quote.start),
          ),
        ),
    );
    if (other) {
      other.start = Math.min(other.start, quote.start);
      other.end = Math.max(other.end, quote.end);
    } else merged.push({ ...quote });
  }
  return merged;
}
