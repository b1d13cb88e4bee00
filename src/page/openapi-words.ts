import { z } from 'zod';

const schema: z.ZodType<JsonSchema> = z.lazy(() =>
  z.looseObject({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    enum: z.array(z.unknown()).optional(),
    description: z.string().optional(),
    items: schema.optional(),
    properties: z.record(z.string(), schema).optional(),
    required: z.array(z.string()).optional(),
    anyOf: z.array(schema).optional(),
    oneOf: z.array(schema).optional(),
  }),
);

/** The part of JSON Schema that the reference page shows. */
export interface JsonSchema {
  $ref?: string | undefined;
  type?: string | string[] | undefined;
  enum?: unknown[] | undefined;
  description?: string | undefined;
  items?: JsonSchema | undefined;
  properties?: Record<string, JsonSchema> | undefined;
  required?: string[] | undefined;
  anyOf?: JsonSchema[] | undefined;
  oneOf?: JsonSchema[] | undefined;
}

const content = z.record(z.string(), z.looseObject({ schema: schema.optional() }));
const operation = z.looseObject({
  summary: z.string().optional(),
  description: z.string().optional(),
  parameters: z
    .array(
      z.looseObject({
        name: z.string(),
        in: z.string(),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema: schema.optional(),
      }),
    )
    .optional(),
  requestBody: z.looseObject({ content }).optional(),
  responses: z
    .record(z.string(), z.looseObject({ description: z.string().optional(), content: content.optional() }))
    .optional(),
});
const openApi = z.looseObject({
  info: z.looseObject({ title: z.string(), version: z.string(), description: z.string().optional() }),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.looseObject({ schemas: z.record(z.string(), schema).optional() }).optional(),
});

/** One thing that can be called. */
export interface Operation extends z.infer<typeof operation> {
  method: string;
  path: string;
}

/** The part of an OpenAPI document that the reference page shows. */
export interface ApiReference {
  info: z.infer<typeof openApi>['info'];
  operations: Operation[];
  schemas: Record<string, JsonSchema>;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

/** Reads an OpenAPI document; null when it is not one. */
export function readOpenApi(document: unknown): ApiReference | null {
  const parsed = openApi.safeParse(document);
  if (!parsed.success) return null;
  const operations = Object.entries(parsed.data.paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const read = operation.safeParse(item[method]);
      return read.success ? [{ ...read.data, method: method.toUpperCase(), path }] : [];
    }),
  );
  return { info: parsed.data.info, operations, schemas: parsed.data.components?.schemas ?? {} };
}

/** A schema's type in a few words: "text", "list of Citation", "helpful or not_helpful". */
export function typeInWords(given: JsonSchema | undefined): string {
  if (!given) return 'anything';
  if (given.$ref) return given.$ref.split('/').at(-1) ?? 'anything';
  if (given.enum) return given.enum.map(String).join(' or ');
  const choices = given.anyOf ?? given.oneOf;
  if (choices) return [...new Set(choices.map(typeInWords))].join(' or ');
  if (given.type === 'array') return `list of ${typeInWords(given.items)}`;
  const words: Record<string, string> = { string: 'text', integer: 'whole number', boolean: 'true or false' };
  return [given.type ?? 'anything']
    .flat()
    .map((type) => words[type] ?? type)
    .join(' or ');
}
