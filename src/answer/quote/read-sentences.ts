import { AppError } from '../../errors.ts';
import type { QuestionReading } from '../../retrieval/question-reading.ts';
import { reportYears } from '../../retrieval/report-years.ts';
import type { Reader } from '../reader.ts';
import { comparedReports } from './choose-quotes.ts';
import type { WeighedSentence } from './weigh-sentences.ts';

/** How many of the best sentences are read for an answer, shared out among the reports or the parts that it has. */
export const sentencesRead = 24;
/** What a point of the reader's score adds to a sentence's. */
export const readerWeight = 0.1;

/**
 * Lets a trained reader score the best sentences against a question, and orders them anew; of each report as many when the
 * question spans them. Only sentences that were read are returned: scores with and without the reader do not compare. A reader
 * that fails is passed over: the sentences come back as they were.
 */
export async function readSentences(
  weighed: readonly WeighedSentence[],
  { fullText, spansReports }: Pick<QuestionReading, 'fullText' | 'spansReports'>,
  { reader, signal, most = sentencesRead }: { reader: Reader; signal?: AbortSignal; most?: number },
): Promise<WeighedSentence[]> {
  const best = spansReports ? bestOfEachReport(weighed, most) : weighed.slice(0, most);
  const options = signal ? { signal } : {};
  const scores = await reader.score(fullText, best.map(inContext), options).catch(passOver);
  if (!scores) return [...weighed];
  return best
    .map((sentence, place) => {
      const read = scores[place] ?? 0;
      return { ...sentence, read, score: sentence.score + readerWeight * read };
    })
    .toSorted((a, b) => b.score - a.score);
}

function bestOfEachReport(weighed: readonly WeighedSentence[], most: number): WeighedSentence[] {
  const groups = [...Map.groupBy(weighed, ({ passage }) => passage.report).values()].slice(
    0,
    comparedReports,
  );
  const each = Math.floor(most / Math.max(1, groups.length));
  return groups.flatMap((group) => group.slice(0, each));
}

function passOver(error: unknown): null {
  if (error instanceof AppError && error.code === 'reading_failed') return null;
  throw error;
}

/** A sentence behind whose it is, of which year and under which heading, as the reader was trained to see it. */
export function inContext({ passage, text }: WeighedSentence): string {
  const { metadata } = passage.report;
  const who = metadata.authorityShort ?? metadata.title;
  const [year] = reportYears(metadata.dates);
  const lead = year === undefined ? who : `${who}, ${year}`;
  return [lead, passage.paragraph.heading.at(-1) ?? '', text.replace(/\s+/g, ' ')].filter(Boolean).join('. ');
}
