import { z } from '@hono/zod-openapi';
import { paragraphForms } from '../../paragraphs/paragraph.ts';

const run = z.object({
  style: z.string().openapi({ example: 'arabic numbers with a full stop' }),
  from: z.string(),
  to: z.string(),
  count: z.int(),
  heading: z.string().nullable(),
  restarts: z.boolean(),
  gaps: z.array(z.string()).openapi({ example: ['7', '12–14'] }),
  repeats: z.array(z.string()),
  jumps: z.array(z.object({ from: z.string().nullable(), to: z.string() })),
});

/** How a report was read. */
export const readingSchema = z
  .object({
    numbered: z.int(),
    unnumbered: z.int(),
    forms: z.record(z.enum(paragraphForms), z.int()),
    numbering: z.array(run),
    unexplained: z.object({ count: z.int(), lines: z.array(z.string()) }),
    pages: z.object({ count: z.int(), textless: z.array(z.int()) }).nullable(),
    furniture: z.object({ running: z.int(), contents: z.int(), outside: z.int() }),
    missing: z.array(z.string()),
    confidence: z.number().min(0).max(1),
    reasons: z.array(z.string()),
    caution: z.string().nullable(),
    notice: z.string().nullable(),
  })
  .openapi('Reading');
