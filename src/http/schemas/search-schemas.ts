import { z } from '@hono/zod-openapi';
import { paragraphForms, paragraphKinds } from '../../paragraphs/paragraph.ts';
import {
  body,
  filterFields,
  oneOf,
  referenceFields,
  typedText,
  whole,
  yearsInOrder,
  yearsProblem,
} from './fields.ts';

/** The body of a search. */
export function searchBody(limits: { maxQuestionCharacters: number }) {
  return body({
    query: typedText(limits.maxQuestionCharacters).openapi({ example: 'staff turnover' }),
    match: oneOf(['meaning', 'exact']).optional(),
    kind: oneOf(paragraphKinds).optional(),
    form: oneOf(paragraphForms).optional(),
    ...filterFields,
    limit: whole(1, 100).optional(),
  })
    .refine(yearsInOrder, yearsProblem)
    .openapi('Search');
}

export const hitSchema = z
  .object({
    ...referenceFields,
    text: z.string(),
    highlights: z.array(z.tuple([z.int(), z.int()])).openapi({
      type: 'array',
      items: { type: 'array', items: { type: 'integer' }, minItems: 2, maxItems: 2 },
      description: 'Spans of `text` to mark: start and end in UTF-16 code units',
    }),
    score: z.number(),
    url: z.string(),
  })
  .openapi('Hit');

export const hitsSchema = z.object({ hits: z.array(hitSchema), total: z.int() }).openapi('Hits');
