import { countInWords } from '../paragraphs/count-in-words.ts';
import type { CheckedGeneration } from './cli-services.ts';
import type { Layout } from './format-answer.ts';
import { formatReading } from './format-reading.ts';
import type { TextStyle } from './text-style.ts';

/** The generations of an index, whether each of their files is as it was written, and how the reports were read. */
export function formatCheck(generations: readonly CheckedGeneration[], layout: Layout): string {
  const readings = generations.flatMap((generation) => generation.readings ?? []);
  return `${[
    ...generations.map((generation) => formatGeneration(generation, layout.style)),
    ...readings.map((reading) => formatReading(reading, layout)),
  ].join('\n\n')}\n`;
}

function formatGeneration(generation: CheckedGeneration, style: TextStyle): string {
  const { id, current, good, counts, model, created, files } = generation;
  const state = `${good ? 'good' : 'DAMAGED'}${current ? ', in use' : ''}`;
  const size = counts
    ? `${countInWords(counts.reports, 'report')}, ${countInWords(counts.paragraphs, 'paragraph')}, ${countInWords(counts.sentences, 'sentence')}; `
    : '';
  return [
    `${style.bold(id)}: ${state}`,
    ...(created ? [`  built ${created}; ${size}${model ?? 'no model: keywords alone'}`] : []),
    ...files.map(({ file, bytes, problem }) => {
      const amount = bytes === null ? '' : ` (${bytes.toLocaleString('en-GB')} bytes)`;
      return `  ${problem ? 'BAD ' : 'good'} ${file}${amount}${problem ? `: ${problem}` : ''}`;
    }),
  ].join('\n');
}
