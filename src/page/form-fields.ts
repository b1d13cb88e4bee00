import type { Context } from 'hono';

/** A form's fields as texts; files and missing fields are empty. */
export interface FormFields {
  text(name: string): string;
  texts(name: string): string[];
}

/** Reads a posted form; what is not a form has no fields. */
export async function readForm(context: Context): Promise<FormFields> {
  const body = await context.req
    .parseBody({ all: true })
    .catch((): Record<string, string | File | (string | File)[]> => ({}));
  const texts = (name: string) => {
    const value = body[name] ?? [];
    return (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string');
  };
  return { texts, text: (name) => texts(name).at(-1) ?? '' };
}
