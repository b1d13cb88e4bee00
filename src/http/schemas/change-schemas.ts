import { z } from '@hono/zod-openapi';
import { confirmations } from '../../corpus/file-reading.ts';
import { reportFields, text } from './fields.ts';
import { readingSchema } from './reading-schema.ts';

const words = text(500).optional();
const date = text(10).optional();
const yesOrNo = z.enum(['true', 'false'], { error: 'must be "true" or "false"' }).optional();

const file = z
  .custom<File>((value) => value instanceof File, {
    error: 'is missing; send it as a file of a multipart form',
  })
  .openapi({ type: 'string', format: 'binary' });

/** A report and what is said of it; what is left out is read off it. */
export const newReportForm = z
  .strictObject({
    file,
    name: text(200)
      .optional()
      .openapi({ description: 'The id of the report; the name of the file unless told' }),
    title: words,
    authority: words,
    authority_short: words,
    publisher: words,
    document_kind: words,
    source: words,
    licence: z.string().max(2000).optional(),
    inspected_from: date,
    inspected_to: date,
    published: date,
    considered: date,
    accept_flags: yesOrNo.openapi({ description: 'Adds it although wording was flagged' }),
    replace: yesOrNo.openapi({ description: 'Lets it take the place of a report held' }),
    accept_duplicate: yesOrNo.openapi({ description: 'Adds it although another report says the same' }),
  })
  .openapi('NewReport');

export const dryRunQuery = z.object({
  dry_run: yesOrNo.openapi({ description: 'Gives what was read off the file and adds nothing' }),
});

export const fileReadingSchema = z
  .object({
    report: z.string(),
    ...reportFields,
    authority_short: z.string().nullable(),
    reading: readingSchema,
    words: z.int(),
    flags: z.array(
      z.object({
        wording: z.string(),
        page: z.int().nullable(),
        line: z.int(),
        quote: z.string(),
        times: z.int(),
      }),
    ),
    supersedes: z.object({ edition: z.string(), file: z.string() }).nullable(),
    duplicate_of: z.object({ report: z.string(), title: z.string(), share: z.number() }).nullable(),
    held: z.boolean().openapi({ description: 'Adding it would change nothing' }),
    needs: z.array(z.enum(confirmations)).openapi({ description: 'What has to be confirmed to add it' }),
  })
  .openapi('FileReading');

export const jobSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['add', 'remove', 'update']),
    report: z.string().nullable(),
    state: z.enum(['queued', 'running', 'done', 'failed']),
    created: z.string(),
    finished: z.string().nullable(),
    progress: z.object({ stage: z.string(), done: z.int(), total: z.int() }).nullable(),
    notices: z.array(z.string()),
    generation: z.string().nullable(),
    embedded: z.int().nullable().openapi({ description: 'Texts that had to be embedded' }),
    reused: z.int().nullable().openapi({ description: 'Texts whose vectors were there already' }),
    kept: z.array(z.string()).openapi({ description: 'Where files are kept that are held no more' }),
    problem: z.object({ code: z.string(), detail: z.string() }).nullable(),
  })
  .openapi('Job');
