import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from '../http/metrics.ts';

const buckets = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Metrics in the Prometheus text format, with the process's own beside them. */
export function createPrometheusMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const meters = createMeters(registry);
  return {
    countRequest({ method, route, status, seconds }) {
      meters.requests.inc({ method, route, status });
      meters.requestSeconds.observe({ method, route }, seconds);
    },
    countAnswer({ status, reason, seconds, stages }) {
      meters.answers.inc({ status, reason: reason ?? '' });
      meters.answerSeconds.observe(seconds);
      for (const [stage, stageSeconds] of Object.entries(stages)) {
        meters.stageSeconds.observe({ stage }, stageSeconds);
      }
    },
    setIndex({ generation, reports, paragraphs }) {
      meters.generation.reset();
      if (generation) meters.generation.set({ generation }, 1);
      meters.reports.set(reports);
      meters.paragraphs.set(paragraphs);
    },
    render: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}

function createMeters(registry: Registry) {
  const registers = [registry];
  return {
    requests: new Counter({
      name: 'pincite_http_requests_total',
      help: 'Requests by method, route pattern and status',
      labelNames: ['method', 'route', 'status'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'pincite_http_request_seconds',
      help: 'Seconds from a request to the end of its response',
      labelNames: ['method', 'route'],
      buckets,
      registers,
    }),
    answers: new Counter({
      name: 'pincite_answers_total',
      help: 'Answers by status and, where nothing was found, its reason',
      labelNames: ['status', 'reason'],
      registers,
    }),
    answerSeconds: new Histogram({
      name: 'pincite_answer_seconds',
      help: 'Seconds from a question to its answer',
      buckets,
      registers,
    }),
    stageSeconds: new Histogram({
      name: 'pincite_answer_stage_seconds',
      help: 'Seconds of each stage of an answer',
      labelNames: ['stage'],
      buckets,
      registers,
    }),
    generation: new Gauge({
      name: 'pincite_index_generation',
      help: 'The generation of the index that is served: 1 under its name',
      labelNames: ['generation'],
      registers,
    }),
    reports: new Gauge({ name: 'pincite_index_reports', help: 'Reports in the index', registers }),
    paragraphs: new Gauge({ name: 'pincite_index_paragraphs', help: 'Paragraphs in the index', registers }),
  };
}
