import type { Pincite } from '../service/pincite.ts';
import type { Metrics } from './metrics.ts';

/** The service's `ask`, with every answer counted. */
export function countAnswers(ask: Pincite['ask'], metrics: Metrics): Pincite['ask'] {
  return async (request, options) => {
    const started = performance.now();
    const record = await ask(request, options);
    metrics.countAnswer({
      status: record.answer.status,
      reason: record.answer.reason?.code ?? null,
      seconds: (performance.now() - started) / 1000,
      stages: Object.fromEntries(
        Object.entries(record.timings).map(([stage, milliseconds]) => [stage, milliseconds / 1000]),
      ),
    });
    return record;
  };
}
