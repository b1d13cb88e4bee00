import { z } from 'zod';

/** Raised whenever a generation's files change shape; an index of another schema is rebuilt, never guessed at. */
export const indexSchema = 5;

const fileEntry = z.object({ bytes: z.number().int().nonnegative(), sha256: z.string().length(64) });

/** What a generation says of itself: written last, checked before anything else is read. */
export const manifestShape = z.object({
  schema: z.literal(indexSchema),
  generation: z.string().min(1),
  created: z.iso.datetime(),
  version: z.string(),
  /** Null when built for keyword search alone. */
  model: z
    .object({ name: z.string(), sha256: z.string(), dimensions: z.number().int().positive() })
    .nullable(),
  counts: z.object({
    reports: z.number().int().nonnegative(),
    paragraphs: z.number().int().nonnegative(),
    sentences: z.number().int().nonnegative(),
  }),
  /** SHA-256 over every corpus file's name and hash and over reports.json. */
  corpus: z.string().length(64),
  files: z.record(z.string(), fileEntry),
});

export type Manifest = z.infer<typeof manifestShape>;
