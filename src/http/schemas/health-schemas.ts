import { z } from '@hono/zod-openapi';

export const healthSchema = z.object({ status: z.literal('ok'), version: z.string() }).openapi('Health');

export const readinessSchema = z
  .object({
    ready: z.boolean(),
    generation: z.string().nullable(),
    reports: z.int(),
    paragraphs: z.int(),
    search: z.string(),
    notices: z.array(z.string()),
  })
  .openapi('Readiness');
