import { OpenAPIHono } from '@hono/zod-openapi';
import type { Hono } from 'hono';
import type { ReportChanges } from '../corpus/report-changes.ts';
import { AppError } from '../errors.ts';
import type { Pincite } from '../service/pincite.ts';
import { addMiddleware } from './add-middleware.ts';
import { countAnswers } from './count-answers.ts';
import type { HttpConfig, HttpEnvironment, RouteContext, ShowProblem } from './http-environment.ts';
import { invalidFieldsOf } from './invalid-fields.ts';
import type { Logger } from './logger.ts';
import type { Metrics } from './metrics.ts';
import { addOpenApiDocument } from './openapi-document.ts';
import { reportFailure } from './report-failure.ts';
import { addAnswerRoutes } from './routes/answer-routes.ts';
import { addAskRoutes } from './routes/ask-routes.ts';
import { addChangeRoutes } from './routes/change-routes.ts';
import { addHealthRoutes } from './routes/health-routes.ts';
import { addReportRoutes } from './routes/report-routes.ts';
import { addSearchRoutes } from './routes/search-routes.ts';
import { showPlainPage } from './show-plain-page.ts';

/** What the pages get from the door that they are mounted in. */
export interface PageMount {
  /** The service, with its answers counted. */
  pincite: Pincite;
  openapi: () => unknown;
}

/** What the HTTP door is made of. */
export interface AppOptions {
  pincite: Pincite;
  /** Without it, adding and removing reports are refused. */
  changes?: ReportChanges;
  config: HttpConfig;
  /** Pincite's own version, as `/healthz` and the OpenAPI document give it. */
  version: string;
  logger: Logger;
  /** Without it there is no `/metrics`. */
  metrics?: Metrics;
  /** Makes the pages for people, mounted at `/`. */
  pages?: (mount: PageMount) => Hono;
  /** Shows failures at other addresses than the interface's; a plain page unless told. */
  showProblem?: ShowProblem;
  /** Milliseconds between the comments that keep an event stream open; 15,000 unless told. */
  heartbeatMs?: number;
}

/** The HTTP interface, the same on every runtime. */
export function createApp(options: AppOptions): OpenAPIHono<HttpEnvironment> {
  const context = routeContextOf(options);
  const app = new OpenAPIHono<HttpEnvironment>({
    defaultHook: (result) => {
      if (!result.success) throw invalidFieldsOf(result.error);
    },
  });
  app.onError((error, request) => reportFailure(request, error, context.showProblem));
  app.notFound((request) => reportFailure(request, nothingHere(), context.showProblem));
  addMiddleware(app, context);
  addHealthRoutes(app, context);
  addAskRoutes(app, context);
  addSearchRoutes(app, context);
  addReportRoutes(app, context);
  addChangeRoutes(app, context);
  addAnswerRoutes(app, context);
  const openapi = addOpenApiDocument(app, context);
  if (options.pages) app.route('/', options.pages({ pincite: context.pincite, openapi }));
  return app;
}

function routeContextOf(options: AppOptions): RouteContext {
  const { pincite, config, version, logger, metrics } = options;
  return {
    ...{ config, version, logger },
    pincite: metrics ? { ...pincite, ask: countAnswers(pincite.ask, metrics) } : pincite,
    changes: options.changes ?? null,
    metrics: metrics ?? null,
    heartbeatMs: options.heartbeatMs ?? 15_000,
    showProblem: options.showProblem ?? showPlainPage,
  };
}

function nothingHere(): AppError {
  return new AppError('not_found', 'There is nothing at this address.');
}
