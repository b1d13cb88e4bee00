import type { Generation } from '../index/generation.ts';
import type { StoredReport } from '../index/paragraph-store.ts';
import { stemsOf } from '../index/stem-words.ts';
import { stopWords } from '../index/stop-words.ts';
import { findAskedKind } from '../retrieval/asked-kind.ts';
import type { QuestionReading } from '../retrieval/question-reading.ts';
import type { Outcome } from './answer-question.ts';
import { mainDate } from './report-date.ts';

const reportsNamed = 12;
const asksNewest = /\b(?:newest|latest|most recent|last)\b/i;
/** Words of a question about the corpus that say nothing of what a report is about. */
const corpusWords = new Set(
  stemsOf(
    'got anything hold held have reports papers documents newest latest most recent last search here many list',
  ),
);

/**
 * Answers a question about the corpus itself ("Which reports do you hold on Anytown?") with the first line of each report that it
 * means, newest first. Null when the question asks what reports say.
 */
export async function describeCorpus(
  reading: QuestionReading,
  scope: readonly StoredReport[],
  generation: Generation,
): Promise<Outcome | null> {
  const topic = reading.stems.filter((stem) => !corpusWords.has(stem) && !stopWords.has(stem));
  if (findAskedKind(reading.asked) !== 'corpus' || topic.length > 0 || scope.length === 0) return null;
  const dateOf = ({ metadata }: StoredReport) => mainDate(metadata.dates) ?? '';
  const newestFirst = scope.toSorted((a, b) => dateOf(b).localeCompare(dateOf(a)));
  const meant = newestFirst.slice(0, asksNewest.test(reading.asked) ? 1 : reportsNamed);
  const first = await generation.store.paragraphsAt(meant.map(({ rows }) => rows[0]));
  const quoted = meant.flatMap((report) => {
    const paragraph = first.find(({ row }) => row === report.rows[0]);
    const end = paragraph ? endOfLine(paragraph.text) : 0;
    return paragraph ? [{ paragraph, report, start: 0, end }] : [];
  });
  return { status: 'answered', decision: `named ${meant.length} of ${scope.length} reports`, quoted };
}

function endOfLine(text: string): number {
  const end = text.indexOf('\n');
  return end < 0 ? text.length : end;
}
