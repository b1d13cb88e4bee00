import type { Comparison } from '../evaluation/baseline.ts';
import {
  type Evaluation,
  type Figure,
  type Stage,
  stages,
  type TypeResult,
} from '../evaluation/evaluation.ts';
import type { TextStyle } from './text-style.ts';

const nameWidth = 28;
const valueWidth = 10;

/** The figures of an evaluation stage by stage, beside their change against a baseline where there is one. */
export function formatEvaluation(
  evaluation: Evaluation,
  comparison: Comparison | null,
  style: TextStyle,
): string {
  const { measured, figures, types, questions } = evaluation;
  const failed = questions.find(({ error }) => error !== null);
  const sections = [
    `${measured.questions} questions, generation ${measured.generation}, model ${measured.model ?? 'none (keywords alone)'}, version ${measured.version}`,
    ...stages.map((stage) =>
      [
        style.bold(stage),
        ...Object.entries(figures[stage]).map(([name, figure]) => row({ stage, name, figure, comparison })),
      ].join('\n'),
    ),
    [style.bold('answers by type: answered / all evidence cited / correct / n'), ...types.map(typeRow)].join(
      '\n',
    ),
    ...(failed ? [`First error: ${failed.id}: ${failed.error}`] : []),
    ...verdict(comparison),
  ];
  return `${sections.join('\n\n')}\n`;
}

function row(of: { stage: Stage; name: string; figure: Figure; comparison: Comparison | null }): string {
  const { stage, name, figure, comparison } = of;
  const change = comparison?.changes[stage][name];
  const moved = change === undefined ? '' : describeChange(change, figure);
  const worse = comparison?.worse.includes(`${stage}: ${name}`) ? '  WORSE' : '';
  return `  ${name.padEnd(nameWidth)}${showValue(figure.value, figure).padStart(valueWidth)}${moved.padStart(valueWidth)}${worse}`.trimEnd();
}

function showValue(value: number | null, { unit }: Pick<Figure, 'unit'>): string {
  if (value === null) return 'n/a';
  if (unit === 'share') return `${(100 * value).toFixed(1)}%`;
  if (unit === 'milliseconds') return `${value.toFixed(1)} ms`;
  return Number.isInteger(value) ? value.toLocaleString('en-GB') : value.toFixed(3);
}

function describeChange(change: number, figure: Figure): string {
  const size = showValue(Math.abs(change), figure);
  // What rounds to nothing is no change.
  if (!/[1-9]/.test(size)) return '=';
  return `${change > 0 ? '+' : '−'}${size}`;
}

function typeRow({ type, questions, answered, allEvidenceCited, correct }: TypeResult): string {
  const shares = [answered, allEvidenceCited, correct].map((value) =>
    showValue(value, { unit: 'share' }).padStart(6),
  );
  return `  ${type.padEnd(nameWidth)}${shares.join(' / ')} / ${questions}`;
}

function verdict(comparison: Comparison | null): string[] {
  if (!comparison) return [];
  if (comparison.worse.length === 0)
    return ['No figure is worse than the baseline by more than its tolerance.'];
  return [`Worse than the baseline by more than their tolerance:\n  ${comparison.worse.join('\n  ')}`];
}
