import type { AnswerRecord, RecordedCandidate } from '../answer/answer-record.ts';
import type { Layout } from './format-answer.ts';
import { wrapText } from './wrap-text.ts';

const sentencesShown = 6;
const wordsShown = 80;

/** How an answer came about, for whoever has to explain it: reading, candidates, sentences, decision, numbers. */
export function formatRecord(record: AnswerRecord, layout: Layout): string {
  const { style, width } = layout;
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${style.bold(title)}\n${lines.join('\n')}`];
  const sections = [
    ...section(
      'How the question was read',
      record.reading.map(({ name, value }) => pair(name, value, width)),
    ),
    ...section(
      'Notices',
      record.notices.map((text) => wrapText(text, width, '  ')),
    ),
    ...section(
      'What was looked at',
      record.candidates.flatMap((one, place) => candidate(one, { place, width, text: textOf(one, record) })),
    ),
    ...section('Decision', [wrapText(record.decision, width, '  ')]),
    ...section(
      'Thresholds',
      numbers(record.thresholds, (value) => String(value)),
    ),
    ...section(
      'Timings',
      numbers(record.timings, (value) => `${value.toFixed(1)} ms`),
    ),
    ...section(
      'Versions',
      Object.entries(record.versions).map(([name, value]) => pair(name, String(value), width)),
    ),
  ];
  return `${sections.join('\n\n')}\n`;
}

function pair(name: string, value: string, width: number): string {
  return wrapText(`${name}: ${value}`, width, '  ');
}

function numbers(values: Record<string, number>, format: (value: number) => string): string[] {
  const longest = Math.max(0, ...Object.keys(values).map((name) => name.length));
  return Object.entries(values).map(([name, value]) => `  ${name.padEnd(longest)}  ${format(value)}`);
}

/** A record holds the words of the paragraphs that it cites; of the others only places. */
function textOf({ report, paragraph }: RecordedCandidate, { cited }: AnswerRecord): string {
  return cited.find((one) => one.report === report && one.id === paragraph)?.text ?? '';
}

function candidate(
  one: RecordedCandidate,
  { place, width, text }: { place: number; width: number; text: string },
): string[] {
  const ranks = Object.entries(one.ranks).map(([list, rank]) => `${list} ${rank}`);
  const head = `${place + 1}. ${one.report}#${one.paragraph}, score ${one.score.toFixed(4)}`;
  const shown = one.sentences.slice(0, sentencesShown);
  const hidden = one.sentences.length - shown.length;
  return [
    `  ${head}${ranks.length > 0 ? ` (ranks: ${ranks.join(', ')})` : ''}`,
    ...shown.map((sentence) => {
      const similarity = sentence.similarity === null ? '' : `, similarity ${sentence.similarity.toFixed(3)}`;
      const read = sentence.read === undefined ? '' : `, read ${sentence.read.toFixed(2)}`;
      const verdict = `${sentence.taken ? 'taken' : 'left'} ${sentence.start}–${sentence.end}`;
      const words = beginning(text.slice(sentence.start, sentence.end));
      return wrapText(
        `${verdict}: score ${sentence.score.toFixed(3)}${similarity}${read}; ${sentence.why}${words}`,
        width,
        '       ',
      );
    }),
    ...(hidden > 0 ? [`       ${hidden} more`] : []),
  ];
}

function beginning(sentence: string): string {
  const line = sentence.replace(/\s+/g, ' ');
  if (line === '') return '';
  return ` “${line.length > wordsShown ? `${line.slice(0, wordsShown)}…` : line}”`;
}
