import { html } from 'hono/html';
import { layout } from './layout.ts';
import {
  type ApiReference,
  type JsonSchema,
  type Operation,
  readOpenApi,
  typeInWords,
} from './openapi-words.ts';
import type { Html } from './page-options.ts';

/** Words between backticks are code. */
function prose(text: string): Html {
  return html`${text.split('`').map((piece, place) => (place % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}

interface Row {
  name: string;
  type: string;
  required: boolean;
  description: string;
}

function propertyRows({ properties = {}, required = [] }: JsonSchema): Row[] {
  return Object.entries(properties).map(([name, property]) => ({
    name,
    type: typeInWords(property),
    required: required.includes(name),
    description: property.description ?? '',
  }));
}

function rowTable(caption: string, rows: readonly Row[]): Html {
  if (rows.length === 0) return html``;
  return html`<div class="table" tabindex="0" role="region" aria-label="${caption}"><table><caption>${caption}</caption>
<thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows.map(
    ({ name, type, required, description }) =>
      html`<tr><th scope="row"><code>${name}</code>${required ? '' : html` <small>optional</small>`}</th><td>${type}</td><td>${prose(description)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** The body's schema, found by its name where the document only refers to it. */
function bodySchema({ requestBody }: Operation, schemas: ApiReference['schemas']): JsonSchema | undefined {
  const given = Object.values(requestBody?.content ?? {})[0]?.schema;
  return given?.$ref ? schemas[given.$ref.split('/').at(-1) ?? ''] : given;
}

function operationSection(operation: Operation, schemas: ApiReference['schemas']): Html {
  const { method, path, summary, description, parameters = [], responses = {} } = operation;
  const body = bodySchema(operation, schemas);
  const name = `${method} ${path}`;
  const given = parameters.map((parameter) => ({
    name: parameter.name,
    type: `${typeInWords(parameter.schema)}, in the ${parameter.in}`,
    required: parameter.required ?? parameter.in === 'path',
    description: parameter.description ?? '',
  }));
  return html`<section class="operation"><h3><code>${name}</code></h3>
${summary ? html`<p>${prose(summary)}</p>` : ''}${description ? html`<p>${prose(description)}</p>` : ''}
${rowTable(`Parameters of ${name}`, given)}
${body ? rowTable(`Body of ${name}`, propertyRows(body)) : ''}
<p class="about">Replies: ${Object.entries(responses)
    .map(([status, { description: meaning = '' }]) => `${status} ${meaning}`.trim())
    .join('; ')}</p></section>`;
}

function reference({ info, operations, schemas }: ApiReference): Html {
  const shown = Object.entries(schemas).filter(([, schema]) => schema.properties);
  return html`${info.description ? html`<p>${prose(info.description)}</p>` : ''}
<h2>What can be called</h2>
${operations.map((operation) => operationSection(operation, schemas))}
${shown.length > 0 ? html`<h2>What comes back</h2>` : ''}
${shown.map(([name, schema]) => html`<section class="operation"><h3>${name}</h3>${rowTable(`Fields of ${name}`, propertyRows(schema))}</section>`)}`;
}

/** The reference for programs, made from the OpenAPI document. */
export function docsPage(document: unknown): Html {
  const read = readOpenApi(document);
  return layout({
    title: 'For programs',
    here: 'docs',
    main: html`<h1>For programs</h1>
<p>JSON in, JSON out. The whole description in OpenAPI: <a href="/openapi.json">/openapi.json</a>.</p>
${read ? reference(read) : ''}`,
  });
}
