import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { assertConfirmed, formFieldNames } from '../../corpus/assert-confirmed.ts';
import { confirmations, type FileReading } from '../../corpus/file-reading.ts';
import type { Job, ReportChanges } from '../../corpus/report-changes.ts';
import { AppError } from '../../errors.ts';
import { parseGivenFields } from '../../reports/reports-json.ts';
import type { HttpConfig, HttpEnvironment, RouteContext } from '../http-environment.ts';
import { InvalidFields } from '../invalid-fields.ts';
import { requireAdminKey } from '../keys.ts';
import { dryRunQuery, fileReadingSchema, jobSchema, newReportForm } from '../schemas/change-schemas.ts';
import { problems } from '../schemas/problem-schema.ts';
import { present } from './present.ts';

const json = <Schema extends z.ZodType>(schema: Schema) => ({ 'application/json': { schema } });
const accepted = { description: 'Begun: `GET /v1/jobs/{id}` tells how far it is', content: json(jobSchema) };

/** Before a body is read that nobody would take. */
const requireForm =
  (routes: RouteContext): MiddlewareHandler =>
  async (context, next) => {
    changesOf(routes);
    if (!/^multipart\/form-data\b/i.test(context.req.header('Content-Type') ?? '')) {
      const message = 'Send the report as "file" of a form, with "Content-Type: multipart/form-data".';
      throw new AppError('invalid_request', message);
    }
    await next();
  };

const addRoute = (context: RouteContext) =>
  createRoute({
    method: 'post',
    path: '/v1/reports',
    summary: 'Add a report, or a new edition of one (admin key)',
    middleware: [requireAdminKey(context.config), requireForm(context)] as const,
    request: {
      query: dryRunQuery,
      body: { required: true, content: { 'multipart/form-data': { schema: newReportForm } } },
    },
    responses: {
      200: {
        description:
          'What was read off the file; nothing was added, because `dry_run` was asked for or it is held already',
        content: json(fileReadingSchema),
      },
      202: accepted,
      ...problems(400, 403, 409, 413, 422, 501, 503),
    },
  });

const removeRoute = (config: HttpConfig) =>
  createRoute({
    method: 'delete',
    path: '/v1/reports/{report}',
    summary: 'Remove a report; its file is kept aside (admin key)',
    middleware: requireAdminKey(config),
    request: { params: z.object({ report: z.string() }) },
    responses: { 202: accepted, ...problems(403, 404, 501, 503) },
  });

const jobRoute = (config: HttpConfig) =>
  createRoute({
    method: 'get',
    path: '/v1/jobs/{id}',
    summary: 'Read how far a change is (admin key)',
    middleware: requireAdminKey(config),
    request: { params: z.object({ id: z.string() }) },
    responses: { 200: { description: 'The change', content: json(jobSchema) }, ...problems(403, 404, 501) },
  });

/** Adds the routes that change what is held. */
export function addChangeRoutes(app: OpenAPIHono<HttpEnvironment>, context: RouteContext): void {
  const { pincite, config } = context;
  app.openapi(addRoute(context), async (request) => {
    const changes = changesOf(context);
    const { file, name, accept_flags, replace, accept_duplicate, ...fields } = request.req.valid('form');
    const { metadata, problems: wrong } = parseGivenFields(present(fields));
    if (wrong.length > 0) {
      const told = wrong.map(({ field, message }) => ({ path: field, message: `"${field}" ${message}.` }));
      throw new InvalidFields(told);
    }
    if (file.size > config.MAX_UPLOAD_BYTES) {
      const message = `The file has ${file.size} bytes, the most is ${config.MAX_UPLOAD_BYTES}. Split the report or save it smaller.`;
      throw new AppError('too_large', message);
    }
    const ending = /\.[^.]*$/.exec(file.name)?.[0] ?? '';
    const bytes = new Uint8Array(await file.arrayBuffer());
    const added = { name: name === undefined ? file.name : name + ending, bytes, given: metadata };
    const reading = await changes.read(added, request.get('signal'));
    if (request.req.valid('query').dry_run === 'true' || reading.held) {
      return request.json(describeReading(reading), 200);
    }
    const given = { flags: accept_flags, replace, duplicate: accept_duplicate };
    const confirmed = confirmations.filter((need) => given[need] === 'true');
    assertConfirmed([reading], { confirmed, names: formFieldNames });
    const job = changes.add(added, { report: reading.report, confirmed });
    return request.json(describeJob(job), 202, { Location: `/v1/jobs/${job.id}` });
  });
  app.openapi(removeRoute(config), async (request) => {
    const changes = changesOf(context);
    const { report } = await pincite.report(request.req.valid('param').report);
    const job = changes.remove(report.id);
    return request.json(describeJob(job), 202, { Location: `/v1/jobs/${job.id}` });
  });
  app.openapi(jobRoute(config), (request) => {
    const job = changesOf(context).job(request.req.valid('param').id);
    if (!job) throw new AppError('not_found', 'There is no such job; a restart forgets them.');
    return request.json(describeJob(job), 200);
  });
}

function changesOf({ changes }: RouteContext): ReportChanges {
  if (changes) return changes;
  const message =
    'Reports cannot be changed here: this runtime has no folder of reports. Change them where the index is built.';
  throw new AppError('not_supported', message);
}

function describeReading({ metadata, duplicateOf, ...reading }: FileReading) {
  const { authorityShort, documentKind, ...fields } = metadata;
  return {
    ...{ ...reading, ...fields, authority_short: authorityShort, document_kind: documentKind },
    duplicate_of: duplicateOf,
  };
}

function describeJob({ result, problem, ...job }: Job) {
  return {
    ...job,
    generation: result?.index.generation ?? null,
    embedded: result?.index.embedded ?? null,
    reused: result?.index.reused ?? null,
    kept: result?.index.kept ?? [],
    problem: problem && { code: problem.code, detail: problem.message },
  };
}
