import { inWords, type Measurement, quantile, timed } from './measurement.ts';
import { askOverHttp, startServerProcess } from './server-process.ts';

const boundMs = 3_000;

/** From starting a server process, its index there, to its first whole answer. */
export async function measureColdStart(options: {
  indexDir: string;
  stateDir: string;
  question: string;
  runs: number;
}): Promise<Measurement> {
  const times: number[] = [];
  for (let run = 0; run < options.runs; run++) {
    const { ms, value } = await timed(async () => {
      const server = await startServerProcess(options);
      await askOverHttp(server.url, options.question);
      return server;
    });
    times.push(ms);
    await value.stop();
  }
  const worst = Math.max(...times);
  return {
    name: `cold start to first answer (${options.runs} starts)`,
    measured: `median ${inWords(quantile(times, 0.5))}, worst ${inWords(worst)}`,
    beside: '',
    ratio: null,
    bound: `worst ≤ ${inWords(boundMs)}`,
    within: worst <= boundMs,
  };
}
