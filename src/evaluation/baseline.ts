import { z } from 'zod';
import { AppError } from '../errors.ts';
import { type Evaluation, type Figure, type Stage, stages } from './evaluation.ts';

const figuresOfStage = z.record(z.string(), z.number().nullable());
const baselineShape = z.object({
  questions: z.number().int(),
  model: z.string().nullable(),
  figures: z.object({ reading: figuresOfStage, retrieval: figuresOfStage, answer: figuresOfStage }),
});

/** Figures to compare with, measured before. Times are left out: they belong to a machine. */
export type Baseline = z.infer<typeof baselineShape>;

/** How the figures moved, and which got worse by more than they may. */
export interface Comparison {
  /** The difference to the baseline by stage and name; left out where either value is missing. */
  changes: Record<Stage, Record<string, number>>;
  /** Names of the figures that got worse, with their stage. */
  worse: string[];
}

/** Reads a baseline. Throws AppError `invalid_request` naming the file. */
export function parseBaseline(text: string, file: string): Baseline {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    content = undefined;
  }
  const parsed = baselineShape.safeParse(content);
  if (parsed.success) return parsed.data;
  throw new AppError(
    'invalid_request',
    `${file} is no baseline. Write one with: pincite eval --save-baseline`,
  );
}

/** What of an evaluation is kept to compare later ones with. */
export function makeBaseline({ measured, figures }: Evaluation): Baseline {
  const values = (stage: Stage) =>
    Object.fromEntries(Object.entries(figures[stage]).map(([name, { value }]) => [name, rounded(value)]));
  return {
    questions: measured.questions,
    model: measured.model,
    figures: { reading: values('reading'), retrieval: values('retrieval'), answer: values('answer') },
  };
}

/**
 * Holds an evaluation against a baseline. Throws AppError `invalid_request` when they were not measured on as many
 * questions with the same model: the difference would say nothing.
 */
export function compareWithBaseline({ measured, figures }: Evaluation, baseline: Baseline): Comparison {
  if (measured.questions !== baseline.questions || measured.model !== baseline.model) {
    throw new AppError(
      'invalid_request',
      `The baseline was measured on ${baseline.questions} questions with ${baseline.model ?? 'no model'}, this run on ${measured.questions} with ${measured.model ?? 'no model'}. Compare like with like, or leave --baseline out.`,
    );
  }
  const comparison: Comparison = { changes: { reading: {}, retrieval: {}, answer: {}, time: {} }, worse: [] };
  for (const stage of stages) {
    if (stage === 'time') continue;
    for (const [name, figure] of Object.entries(figures[stage])) {
      const before = baseline.figures[stage][name] ?? null;
      if (before !== null && figure.value !== null) {
        comparison.changes[stage][name] = figure.value - before;
      }
      if (isWorse(figure, before)) comparison.worse.push(`${stage}: ${name}`);
    }
  }
  return comparison;
}

// Values of a baseline are rounded; this much is no change.
const rounding = 1e-4;

function isWorse({ value, better, tolerance }: Figure, before: number | null): boolean {
  if (better === 'neither' || before === null) return false;
  if (value === null) return true;
  const loss = better === 'higher' ? before - value : value - before;
  return loss > tolerance + rounding;
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e4) / 1e4;
}
