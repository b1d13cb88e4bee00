import { z } from '@hono/zod-openapi';
import { paragraphForms, paragraphKinds } from '../../paragraphs/paragraph.ts';

const names: Record<string, string> = { string: 'text', object: 'an object', boolean: 'true or false' };

function nameOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return names[typeof value] ?? `a ${typeof value}`;
}

/** Says that a field is missing or of another type, in words: "must be text, not a number". */
export function wrongType(wanted: string): (issue: { input?: unknown }) => string {
  return ({ input }) =>
    input === undefined ? `is missing; send ${wanted}` : `must be ${wanted}, not ${nameOf(input)}`;
}

/** Text of at least one and at most `most` UTF-16 code units. */
export function text(most: number) {
  return z
    .string({ error: wrongType('text') })
    .min(1, 'is empty; give it a value or leave it out')
    .max(most, { error: ({ input }) => tooLong(String(input), most) });
}

function tooLong(value: string, most: number): string {
  return `has ${value.length} characters and may have ${most}; shorten it`;
}

/** What a person typed: text with at least one letter or digit. Broken surrogate pairs are mended. */
export function typedText(most: number) {
  return z
    .string({ error: wrongType('text') })
    .max(most, { error: ({ input }) => tooLong(String(input), most) })
    .overwrite((value) => value.toWellFormed())
    .refine((value) => /[\p{L}\p{N}]/u.test(value), 'has no word or number in it; type a question in words');
}

/** A whole number between two bounds, inclusive. */
export function whole(low: number, high: number) {
  const bounds = `must be a whole number from ${low} to ${high}`;
  return z.int({ error: bounds }).min(low, bounds).max(high, bounds);
}

/** One of a few words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(words: Words) {
  return z.enum(words, { error: `must be ${words.map((word) => `"${word}"`).join(' or ')}` });
}

/** A body: an object without fields that the schema does not name. */
export function body<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'invalid_type' ? wrongType('a JSON object')(issue) : undefined),
  });
}

/** Narrows a question or a search. Years are inclusive and match any of a report's dates. */
export const filterFields = {
  reports: z
    .array(text(200), { error: wrongType('a list of report ids') })
    .min(1, 'is empty; name a report or leave it out to search them all')
    .max(100, 'names more than 100 reports; leave it out to search them all')
    .optional()
    .openapi({ example: ['somewhere-2013'] }),
  authority: text(200).optional(),
  from: whole(1000, 9999).optional().openapi({ example: 2010 }),
  to: whole(1000, 9999).optional().openapi({ example: 2020 }),
};

/** False when the years run backwards. */
export function yearsInOrder(fields: { from?: number | undefined; to?: number | undefined }): boolean {
  return fields.from === undefined || fields.to === undefined || fields.from <= fields.to;
}

/** What `yearsInOrder` means for a client. */
export const yearsProblem = { path: ['from'], error: 'is later than "to"; swap them' };

export const form = z.enum(paragraphForms);
export const kind = z.enum(paragraphKinds);
export const kindConfidence = z
  .number()
  .min(0)
  .max(1)
  .openapi({ description: 'How sure the kind is, 0 to 1' });

const date = z.string().openapi({ description: 'A day, a month or a year: 2013-01-14, 2010-05 or 2009' });

export const dates = z
  .object({
    inspected: z.object({ from: date, to: date }).optional(),
    published: date.optional(),
    considered: date.optional(),
  })
  .openapi('Dates');

export const lineSpan = z.tuple([z.int(), z.int()]).openapi({
  type: 'array',
  items: { type: 'integer' },
  minItems: 2,
  maxItems: 2,
  description: 'First and last line in the source, from 1',
});

/** What is known of a report, held or to be added. */
export const reportFields = {
  file: z.string(),
  edition: z.string(),
  title: z.string(),
  authority: z.string().nullable(),
  publisher: z.string().nullable(),
  document_kind: z.string().nullable(),
  source: z.string().nullable(),
  licence: z.string().nullable(),
  dates,
};

/** What citations and hits say of a paragraph. */
export const referenceFields = {
  report: z.string(),
  edition: z.string(),
  paragraph: z.string(),
  number: z.string().nullable(),
  label: z.string(),
  title: z.string(),
  dates,
  heading: z.array(z.string()),
  form,
  kind,
  caution: z
    .string()
    .optional()
    .openapi({ description: 'There when the report was read with low confidence' }),
  kind_confidence: kindConfidence.optional(),
};
