import { z } from '@hono/zod-openapi';
import { dates, form, kind, lineSpan } from './fields.ts';

export const readingSchema = z
  .object({
    numbered: z.int(),
    unnumbered: z.int(),
    missing: z.array(z.string()),
    notice: z.string().nullable(),
  })
  .openapi('Reading');

const reportSummarySchema = z
  .object({
    id: z.string(),
    edition: z.string(),
    file: z.string(),
    title: z.string(),
    authority: z.string().nullable(),
    publisher: z.string().nullable(),
    document_kind: z.string().nullable(),
    source: z.string().nullable(),
    licence: z.string().nullable(),
    dates,
    reading: readingSchema,
  })
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
    text: z.string(),
    columns: z.array(z.string()).optional(),
    page: z.int().optional(),
    lines: lineSpan,
    previous: z.string().nullable(),
    next: z.string().nullable(),
    url: z.string(),
  })
  .openapi('Paragraph');
