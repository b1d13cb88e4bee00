import type { Context, MiddlewareHandler } from 'hono';
import { AppError } from '../errors.ts';
import type { HttpConfig, HttpEnvironment } from './http-environment.ts';

type KeyCheck = (key: string) => Promise<boolean>;

const missing = 'Send a key as "Authorization: Bearer KEY".';
const unknown = 'This key is not known. Check it, or ask an administrator for one.';

/** Lets a request pass with one of the API keys or the admin key; without API keys, reading is open. */
export function requireApiKey(config: HttpConfig): MiddlewareHandler<HttpEnvironment> {
  if (!config.API_KEYS) return (_context, next) => next();
  const isKnown = checkKeys([...config.API_KEYS, ...(config.ADMIN_KEY ? [config.ADMIN_KEY] : [])]);
  return async (context, next) => {
    const key = bearerOf(context);
    if (!key) throw new AppError('unauthorized', missing);
    if (!(await isKnown(key))) throw new AppError('unauthorized', unknown);
    await next();
  };
}

/** Lets a request pass with the admin key alone; without one set, nothing passes. */
export function requireAdminKey(config: HttpConfig): MiddlewareHandler<HttpEnvironment> {
  const isAdmin = checkKeys(config.ADMIN_KEY ? [config.ADMIN_KEY] : []);
  return async (context, next) => {
    if (!config.ADMIN_KEY) {
      throw new AppError('forbidden', 'This needs an admin key, and the service has none: set ADMIN_KEY.');
    }
    const key = bearerOf(context);
    if (!key) throw new AppError('unauthorized', missing);
    if (!(await isAdmin(key))) throw new AppError('forbidden', 'This needs the admin key.');
    await next();
  };
}

function bearerOf(context: Context): string | null {
  return /^Bearer +(\S+) *$/i.exec(context.req.header('Authorization') ?? '')?.[1] ?? null;
}

function checkKeys(keys: readonly string[]): KeyCheck {
  // Kept as bytes, not as a promise: on Workers a promise belongs to the request that made it.
  let known: Uint8Array[] | undefined;
  return async (key) => {
    const given = await digest(key);
    known ??= await Promise.all(keys.map(digest));
    let matches = 0;
    for (const digestOfKey of known) matches += equalDigests(digestOfKey, given) ? 1 : 0;
    return matches > 0;
  };
}

async function digest(key: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key)));
}

// Looks at every byte, so that the time taken tells nothing about how much of a key was right.
function equalDigests(one: Uint8Array, other: Uint8Array): boolean {
  let difference = 0;
  for (let index = 0; index < one.length; index++) difference |= (one[index] ?? 0) ^ (other[index] ?? 0);
  return difference === 0;
}
