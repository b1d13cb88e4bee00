import { z } from '@hono/zod-openapi';
import { answerSchema } from './ask-schemas.ts';
import { body, lineSpan, oneOf, text } from './fields.ts';

export const answerParameters = z.object({ id: z.string().openapi({ param: { name: 'id', in: 'path' } }) });

/** What a reader says of an answer. */
export const feedbackBody = body({
  verdict: oneOf(['helpful', 'not_helpful']),
  comment: text(2_000)
    .overwrite((value) => value.toWellFormed())
    .optional(),
}).openapi('Feedback');

const candidate = z.object({
  report: z.string(),
  paragraph: z.string(),
  score: z.number(),
  ranks: z.object({
    keyword: z.int().optional(),
    paragraph: z.int().optional(),
    sentence: z.int().optional(),
  }),
  sentences: z.array(
    z.object({
      start: z.int(),
      end: z.int(),
      score: z.number(),
      similarity: z.number().nullable(),
      read: z.number().optional(),
      taken: z.boolean(),
      why: z.string(),
    }),
  ),
});

const cited = z.object({
  report: z.string(),
  edition: z.string(),
  id: z.string(),
  number: z.string().nullable(),
  label: z.string(),
  heading: z.array(z.string()),
  form: z.string(),
  kind: z.string(),
  text: z.string(),
  columns: z.array(z.string()).nullable(),
  hash: z.string(),
  page: z.int().nullable(),
  lines: lineSpan,
});

/** Everything that led to an answer. */
export const recordSchema = z
  .object({
    answer: answerSchema,
    reading: z.array(z.object({ name: z.string(), value: z.string() })),
    notices: z.array(z.string()),
    candidates: z.array(candidate),
    decision: z.string(),
    thresholds: z.record(z.string(), z.number()),
    versions: z.object({
      pincite: z.string(),
      schema: z.int(),
      model: z.string().nullable(),
      reader: z.string().nullable(),
      generation: z.string(),
    }),
    timings: z.record(z.string(), z.number()).openapi({ description: 'Milliseconds a stage' }),
    cited: z.array(cited),
  })
  .openapi('AnswerRecord');
