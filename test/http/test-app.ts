import { createJsonLogger } from '../../src/adapters/json-logger.ts';
import { createPrometheusMetrics } from '../../src/adapters/prometheus-metrics.ts';
import { parseConfig } from '../../src/config.ts';
import { type AppOptions, createApp } from '../../src/http/app.ts';
import { fakePincite } from './fake-pincite.ts';

/** The door over a fake service, with what it logged; settings are those of an environment. */
export function testApp(settings: Record<string, string> = {}, options: Partial<AppOptions> = {}) {
  const lines: Record<string, unknown>[] = [];
  const app = createApp({
    pincite: fakePincite(),
    config: parseConfig(settings),
    version: '0.1.0',
    logger: createJsonLogger({
      level: 'debug',
      write: (line) => lines.push(JSON.parse(line)),
      now: () => new Date('2026-11-22T06:00:00Z'),
    }),
    metrics: createPrometheusMetrics(),
    ...options,
  });
  return { app, lines };
}
