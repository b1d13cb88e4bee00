import { z } from '@hono/zod-openapi';
import { answerStatuses, reasonCodes } from '../../answer/answer.ts';
import {
  body,
  filterFields,
  oneOf,
  referenceFields,
  typedText,
  whole,
  wrongType,
  yearsInOrder,
  yearsProblem,
} from './fields.ts';
import { hitSchema } from './search-schemas.ts';

const turn = body({
  role: oneOf(['user', 'assistant']),
  content: z
    .string({ error: wrongType('text') })
    .max(20_000, 'has more than 20000 characters; shorten it')
    .overwrite((value) => value.toWellFormed()),
});

/** The body of a question. */
export function askBody(limits: { maxQuestionCharacters: number }) {
  return body({
    question: typedText(limits.maxQuestionCharacters).openapi({
      example: 'Who chairs the safeguarding board?',
    }),
    history: z
      .array(turn, { error: wrongType('a list of turns') })
      .max(50, 'has more than 50 turns; send the latest')
      .optional(),
    ...filterFields,
    answerer: oneOf(['quote']).optional(),
    limit: whole(1, 20).optional(),
  })
    .refine(yearsInOrder, yearsProblem)
    .openapi('Question');
}

const citationSchema = z
  .object({
    marker: z.int(),
    ...referenceFields,
    voice: z.string().optional(),
    quotes: z.array(z.string()),
    url: z.string(),
  })
  .openapi('Citation');

const partSchema = z
  .object({ text: z.string(), role: z.enum(['claim', 'label']), markers: z.array(z.int()) })
  .openapi('Part');

const choice = z.object({
  label: z.string(),
  question: z.string(),
  filters: z.object({
    reports: z.array(z.string()).optional(),
    authority: z.string().optional(),
    from: z.int().optional(),
    to: z.int().optional(),
  }),
});

export const answerSchema = z
  .object({
    id: z.string(),
    question: z.string(),
    created: z.string(),
    status: z.enum(answerStatuses),
    reason: z.object({ code: z.enum(reasonCodes), text: z.string() }).optional(),
    answer: z.string(),
    parts: z.array(partSchema),
    citations: z.array(citationSchema),
    gaps: z.array(z.string()),
    choices: z.array(choice).optional(),
    searched: z.object({ reports: z.array(z.string()), paragraphs: z.int(), question: z.string() }),
    nearest: z.array(hitSchema),
    answerer: z.enum(['quote', 'write']),
    generation: z.string(),
  })
  .openapi('Answer');
