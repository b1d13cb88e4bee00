import { z } from '@hono/zod-openapi';
import { form, kind, kindConfidence, lineSpan, reportFields } from './fields.ts';
import { readingSchema } from './reading-schema.ts';

const reportSummarySchema = z
  .object({ id: z.string(), ...reportFields, reading: readingSchema })
  .openapi('ReportSummary');

export const reportsSchema = z.object({ reports: z.array(reportSummarySchema) }).openapi('Reports');

export const reportSchema = reportSummarySchema
  .extend({
    paragraphs: z.array(
      z.object({
        id: z.string(),
        number: z.string().nullable(),
        label: z.string(),
        heading: z.array(z.string()),
        form,
        kind,
        kind_confidence: kindConfidence,
      }),
    ),
    headings: z.array(z.string()),
    columns: z.array(z.string()),
    marks: z.array(z.string()),
    furniture: z.array(z.string()),
  })
  .openapi('Report');

export const paragraphSchema = z
  .object({
    report: z.string(),
    edition: z.string(),
    id: z.string(),
    number: z.string().nullable(),
    label: z.string(),
    heading: z.array(z.string()),
    form: z.string(),
    kind: z.string(),
    kind_confidence: kindConfidence.optional(),
    text: z.string(),
    columns: z.array(z.string()).optional(),
    page: z.int().optional(),
    lines: lineSpan,
    previous: z.string().nullable(),
    next: z.string().nullable(),
    url: z.string(),
  })
  .openapi('Paragraph');
