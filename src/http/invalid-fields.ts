import type { z } from 'zod';
import { AppError } from '../errors.ts';

/** A request whose fields are wrong: names each of them. */
export class InvalidFields extends AppError {
  readonly fields: { path: string; message: string }[];

  constructor(fields: { path: string; message: string }[]) {
    const shown = fields.slice(0, 5).map((field) => field.message);
    super('invalid_request', shown.join(' '));
    this.fields = fields;
  }
}

/** Turns what a schema found wrong into sentences that name the field, the problem and what to do. */
export function invalidFieldsOf(error: z.ZodError): InvalidFields {
  return new InvalidFields(
    error.issues.flatMap((issue) => {
      const path = issue.path.map(String).join('.');
      if (issue.code !== 'unrecognized_keys') return [{ path, message: sentence(path, issue.message) }];
      return issue.keys.slice(0, 5).map((key) => {
        const full = shorten(path ? `${path}.${key}` : key);
        return {
          path: full,
          message: sentence(full, 'is not a known field; remove it or check its spelling'),
        };
      });
    }),
  );
}

function sentence(path: string, problem: string): string {
  return `${path ? `"${path}"` : 'The body'} ${problem}.`;
}

function shorten(name: string): string {
  return name.length > 60 ? `${name.slice(0, 60)}…` : name;
}
