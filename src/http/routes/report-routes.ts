import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { StoredReport } from '../../index/paragraph-store.ts';
import type { ParagraphView } from '../../service/pincite.ts';
import type { HttpEnvironment, RouteContext } from '../http-environment.ts';
import { problems } from '../schemas/problem-schema.ts';
import { paragraphSchema, reportSchema, reportsSchema } from '../schemas/report-schemas.ts';

const reportsRoute = createRoute({
  method: 'get',
  path: '/v1/reports',
  summary: 'List the reports',
  responses: {
    200: { description: 'Every report', content: { 'application/json': { schema: reportsSchema } } },
    ...problems(503),
  },
});

const reportRoute = createRoute({
  method: 'get',
  path: '/v1/reports/{report}',
  summary: 'Read a report taken apart',
  request: { params: z.object({ report: z.string() }) },
  responses: {
    200: {
      description: 'What is known of it, its paragraphs, and every word that is in none of them',
      content: { 'application/json': { schema: reportSchema } },
    },
    ...problems(404, 503),
  },
});

const paragraphRoute = createRoute({
  method: 'get',
  path: '/v1/reports/{report}/paragraphs/{id}',
  summary: 'Read a paragraph',
  request: {
    params: z.object({ report: z.string(), id: z.string() }),
    query: z.object({
      edition: z
        .string()
        .regex(/^[0-9a-f]{12}$/, 'must be the 12 hexadecimal digits of an edition')
        .optional(),
    }),
  },
  responses: {
    200: {
      description: 'The paragraph; with `edition`, as that edition had it',
      content: { 'application/json': { schema: paragraphSchema } },
    },
    ...problems(400, 404, 503),
  },
});

/** Adds the routes that read reports and their paragraphs. */
export function addReportRoutes(app: OpenAPIHono<HttpEnvironment>, { pincite }: RouteContext): void {
  app.openapi(reportsRoute, async (request) =>
    request.json({ reports: (await pincite.reports()).map(summaryOf) }, 200),
  );
  app.openapi(reportRoute, async (request) => {
    const { report, paragraphs } = await pincite.report(request.req.valid('param').report);
    const { headings, columns, marks, furniture } = report;
    const listed = paragraphs.map(({ id, number, label, heading, form, kind, kindConfidence }) => ({
      ...{ id, number, label, heading, form, kind, kind_confidence: kindConfidence },
    }));
    return request.json(
      { ...summaryOf(report), paragraphs: listed, headings, columns, marks, furniture },
      200,
    );
  });
  app.openapi(paragraphRoute, async (request) => {
    const { report, id } = request.req.valid('param');
    const paragraph = await pincite.paragraph(report, id, request.req.valid('query').edition);
    return request.json(bodyOf(paragraph), 200);
  });
}

function summaryOf({ id, edition, file, metadata, reading }: StoredReport) {
  const { title, authority, publisher, documentKind, source, licence, dates } = metadata;
  return {
    ...{ id, edition, file, title, authority, publisher },
    document_kind: documentKind,
    ...{ source, licence, dates, reading },
  };
}

/** The paragraph without what it has not: column heads, a page, a known confidence. */
function bodyOf({ columns, page, kindConfidence, ...paragraph }: ParagraphView) {
  return {
    ...paragraph,
    ...(kindConfidence === undefined ? {} : { kind_confidence: kindConfidence }),
    ...(columns ? { columns } : {}),
    ...(page === null ? {} : { page }),
  };
}
