import { z } from '@hono/zod-openapi';

/** An error, after RFC 9457. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    request_id: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem');

const meanings = {
  400: 'The request is not valid: `errors` names each wrong field',
  401: 'A key is needed, or the key is wrong',
  403: 'The key does not allow this',
  404: 'There is no such thing',
  409: 'It has to be confirmed first',
  410: 'It was there and has been deleted',
  413: 'The body is too large',
  422: 'The file is refused: `detail` says why',
  501: 'Not possible here',
  503: 'Not available now',
  504: 'The time limit passed',
};

/** The errors of a route, for the OpenAPI document. */
export function problems(...statuses: (keyof typeof meanings)[]) {
  const all = [...new Set([...statuses, 401 as const])];
  return Object.fromEntries(
    all.map((status) => [
      status,
      { description: meanings[status], content: { 'application/problem+json': { schema: problemSchema } } },
    ]),
  );
}
