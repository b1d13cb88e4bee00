import { AppError } from '../../errors.ts';
import type { QuestionReading } from '../../retrieval/question-reading.ts';
import { reportYears } from '../../retrieval/report-years.ts';
import type { Reader } from '../reader.ts';
import type { WeighedSentence } from './weigh-sentences.ts';

/** How many of the best sentences are read: in all, or of each report when several are set side by side. */
const sentencesRead = { alone: 24, ofEachReport: 8 };
/** What a point of the reader's score adds to a sentence's. */
export const readerWeight = 0.1;

/**
 * Lets a trained reader score the best sentences against the question, and orders them anew. Only sentences that were
 * read are returned: scores with and without the reader do not compare. A reader that fails is passed over: the sentences
 * come back as they were.
 */
export async function readSentences(
  weighed: readonly WeighedSentence[],
  reading: QuestionReading,
  { reader, signal }: { reader: Reader; signal?: AbortSignal },
): Promise<WeighedSentence[]> {
  const best = reading.spansReports ? bestOfEachReport(weighed) : weighed.slice(0, sentencesRead.alone);
  const options = signal ? { signal } : {};
  const scores = await reader.score(reading.fullText, best.map(inContext), options).catch(passOver);
  if (!scores) return [...weighed];
  return best
    .map((sentence, place) => {
      const read = scores[place] ?? 0;
      return { ...sentence, read, score: sentence.score + readerWeight * read };
    })
    .toSorted((a, b) => b.score - a.score);
}

function bestOfEachReport(weighed: readonly WeighedSentence[]): WeighedSentence[] {
  const seen = new Map<string, number>();
  const best = weighed.filter(({ passage }) => {
    const before = seen.get(passage.report.id) ?? 0;
    seen.set(passage.report.id, before + 1);
    return before < sentencesRead.ofEachReport;
  });
  return best.slice(0, 4 * sentencesRead.ofEachReport);
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
