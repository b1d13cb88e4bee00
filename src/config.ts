import { z } from 'zod';
import { AppError } from './errors.ts';

const list = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.string().min(1)).min(1, 'is empty; name at least one key or leave it unset'));
const whole = (low: number, high: number) => {
  const bounds = `must be a whole number from ${low} to ${high}`;
  return z.coerce.number(bounds).int(bounds).min(low, bounds).max(high, bounds);
};
const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `must be ${words.map((word) => `"${word}"`).join(' or ')}`);
const address = z.url({
  protocol: /^https?$/,
  error: 'is not an address; begin it with http:// or https://',
});

const settings = z.object({
  PORT: whole(0, 65_535).default(8787),
  HOST: z.string().min(1).default('127.0.0.1'),
  /** Where readers reach the service; links to copy begin with it when it is set. */
  PUBLIC_URL: address.optional(),
  CORPUS_DIR: z.string().min(1).default('corpus'),
  INDEX_DIR: z.string().min(1).default('indexes'),
  STATE_DIR: z.string().min(1).optional(),
  MODEL_DIR: z.string().min(1).optional(),
  EMBEDDER: oneOf(['local', 'openai', 'none']).default('local'),
  EMBEDDING_MODEL: z.string().min(1).default('text-embedding-3-small'),
  EMBEDDING_DIMENSIONS: whole(8, 4096).default(1536),
  READER: oneOf(['local', 'none']).default('local'),
  ANSWERER: oneOf(['quote']).default('quote'),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: address.default('https://api.openai.com/v1'),
  /** Said first to somebody who asks for help, advice or an opinion. */
  HELP_SIGNPOST: z
    .string()
    .min(1)
    .default(
      'Pincite only quotes published reports; it cannot give advice, opinions or drafts. If somebody is in danger, call 999. If you are worried about a child or an adult, contact your council’s social care team or the NSPCC on 0808 800 5000.',
    ),
  API_KEYS: list.optional(),
  ADMIN_KEY: z.string().min(8, 'is shorter than 8 characters; use a longer one').optional(),
  /** Milliseconds that a request may take. */
  REQUEST_TIMEOUT_MS: whole(100, 600_000).default(15_000),
  /** Bytes that a request's body may have. */
  MAX_BODY_BYTES: whole(1_000, 10_000_000).default(100_000),
  /** Bytes that a report sent to be added may have. */
  MAX_UPLOAD_BYTES: whole(1_000, 20_000_000).default(20_000_000),
  /** Whether a server looks for files that somebody puts into or takes out of `CORPUS_DIR`. */
  WATCH_CORPUS: oneOf(['true', 'false'])
    .default('true')
    .transform((word) => word === 'true'),
  /** Characters that a question may have. */
  MAX_QUESTION_CHARACTERS: whole(10, 100_000).default(2_000),
  /** Days after which kept answers are deleted; 0 keeps them. */
  ANSWER_RETENTION_DAYS: whole(0, 36_500).default(0),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** Every setting of the service, parsed once. */
export type Config = z.infer<typeof settings>;

/** The names of all settings, in the order in which the documentation lists them. */
export const settingNames = Object.keys(settings.shape) as (keyof Config)[];

/**
 * Reads the settings from an environment (Node) or bindings (Workers). An empty value counts as unset.
 * Throws AppError `invalid_settings` that names every problem at once, never a value.
 */
export function parseConfig(environment: Record<string, unknown>): Config {
  const given = Object.fromEntries(
    settingNames
      .filter((name) => typeof environment[name] === 'string' && environment[name] !== '')
      .map((name) => [name, environment[name]]),
  );
  const parsed = settings.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  if (given.EMBEDDER === 'openai' && !given.OPENAI_API_KEY) {
    problems.push('OPENAI_API_KEY: is needed because EMBEDDER is openai; set it, or leave EMBEDDER unset');
  }
  if (!parsed.success || problems.length > 0) {
    throw new AppError(
      'invalid_settings',
      `${problems.length} setting${problems.length === 1 ? ' is' : 's are'} wrong:\n  ${problems.join('\n  ')}`,
    );
  }
  return parsed.data;
}
