import { z } from 'zod';
import { AppError } from '../errors.ts';

const evidence = z.object({
  doc: z.string().min(1),
  /** The paragraph's id; after "u:", words of a paragraph without a number. */
  para: z.string().min(1),
  group: z.number().int().optional(),
});

const question = z.object({
  id: z.string().min(1),
  type: z.string().min(1),
  question: z.string().min(1),
  history: z.array(z.object({ role: z.enum(['user', 'assistant']), content: z.string() })).default([]),
  gold: z.array(evidence).default([]),
  also_ok: z.array(evidence).default([]),
  must_contain: z.array(z.string().min(1)).default([]),
});

/** A paragraph that a question should lead to; one of each group is needed. */
export type Evidence = z.infer<typeof evidence>;

/**
 * A question and what a right answer rests on. One cited paragraph of each group in `gold` (or of the same group in
 * `also_ok`) is needed; each entry of `must_contain` has to be met by one of its alternatives, parted by `|`. Without
 * `gold` the reports do not answer it.
 */
export type Question = z.infer<typeof question>;

/** Reads a set of questions, one JSON object a line. Throws AppError `invalid_request` naming file and lines. */
export function parseQuestions(text: string, file: string): Question[] {
  const questions: Question[] = [];
  const problems: string[] = [];
  for (const [place, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = question.safeParse(parseJson(line));
    if (parsed.success) questions.push(parsed.data);
    else problems.push(`line ${place + 1}: ${describe(parsed.error)}`);
  }
  if (problems.length === 0 && questions.length > 0) return questions;
  const found = problems.length > 0 ? `\n  ${problems.slice(0, 10).join('\n  ')}` : ' It is empty.';
  throw new AppError('invalid_request', `${file} is not a set of questions, one JSON object a line.${found}`);
}

/** So many questions, evenly spread over the set; all of them without a number. */
export function sampleQuestions(questions: readonly Question[], number: number | undefined): Question[] {
  if (number === undefined || number >= questions.length) return [...questions];
  return Array.from({ length: number }, (_, place) =>
    Math.floor((place * questions.length) / number),
  ).flatMap((place) => questions[place] ?? []);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function describe(error: z.ZodError): string {
  const [first] = error.issues;
  return first ? `${first.path.join('.') || 'the object'}: ${first.message}` : 'is no question';
}
