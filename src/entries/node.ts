import { createJsonLogger } from '../adapters/json-logger.ts';
import { createPrometheusMetrics } from '../adapters/prometheus-metrics.ts';
import type { Config } from '../config.ts';
import { type AppOptions, createApp } from '../http/app.ts';
import type { Logger } from '../http/logger.ts';
import { openService } from './open-service.ts';
import { pageOptions } from './page-options.ts';
import { type RunningServer, serveApp } from './serve-app.ts';
import { serveChanges } from './serve-changes.ts';
import { version } from './version.ts';

export interface StartOptions {
  /** Hears what an operator should know while the server starts; afterwards that goes into the log. */
  onNotice: (line: string) => void;
  /** Takes the log, line by line; standard error unless told. */
  writeLog?: (line: string) => void;
}

/**
 * Opens the service and serves it. Throws AppError `port_in_use`, `invalid_settings`, or what opening the service
 * throws; nothing stays open then.
 */
export async function startServer(config: Config, options: StartOptions): Promise<RunningServer> {
  const logger = createJsonLogger({
    level: config.LOG_LEVEL,
    write: options.writeLog ?? ((line) => process.stderr.write(`${line}\n`)),
    now: () => new Date(),
  });
  let tell = options.onNotice;
  const service = await openService(config, (line) => tell(line));
  let changes: ServedChanges | undefined;
  try {
    changes = await serveChanges(config, (line) => tell(line));
    const parts = { pincite: service.pincite, changes };
    const server = await serveApp(buildApp(parts, config, logger).fetch, config);
    tell = (line) => logger.warn(line);
    return {
      url: server.url,
      async close(graceMs) {
        await server.close(graceMs);
        await parts.changes.close();
        await service.close();
      },
    };
  } catch (error) {
    await changes?.close();
    await service.close();
    throw error;
  }
}

type ServedChanges = Awaited<ReturnType<typeof serveChanges>>;

function buildApp(parts: Pick<AppOptions, 'pincite' | 'changes'>, config: Config, logger: Logger) {
  return createApp({
    ...{ ...parts, config, version, logger, metrics: createPrometheusMetrics() },
    ...pageOptions(config),
  });
}
