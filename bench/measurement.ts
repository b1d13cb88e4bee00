/** One line of the result: what was measured, beside what, and whether it stays within its bound. */
export interface Measurement {
  name: string;
  measured: string;
  beside: string;
  ratio: number | null;
  bound: string;
  /** Null where the machine was too busy for the measurement to say anything. */
  within: boolean | null;
}

/** The value that this portion of the values lies below. */
export function quantile(values: readonly number[], portion: number): number {
  const place = Math.min(values.length - 1, Math.floor(values.length * portion));
  return values.toSorted((a, b) => a - b)[place] ?? Number.NaN;
}

/** Milliseconds that some work takes, and what it gives. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; value: T }> {
  const begun = performance.now();
  const value = await work();
  return { ms: performance.now() - begun, value };
}

/** Milliseconds of wall clock and of all processors (threads included) that some work takes. */
export async function timedWithProcessor(
  work: () => Promise<unknown>,
): Promise<{ ms: number; processorMs: number }> {
  const before = process.cpuUsage();
  const { ms } = await timed(work);
  const { user, system } = process.cpuUsage(before);
  return { ms, processorMs: (user + system) / 1_000 };
}

/** "12.3 ms" or "4.56 s". */
export function inWords(ms: number): string {
  return ms < 1_000 ? `${ms.toFixed(1)} ms` : `${(ms / 1_000).toFixed(2)} s`;
}

/** "p50 / p95" of some times. */
export function spread(times: readonly number[]): string {
  return `${inWords(quantile(times, 0.5))} / ${inWords(quantile(times, 0.95))}`;
}

/** The measurements as a Markdown table. */
export function toMarkdown(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ name, measured, beside, ratio, bound, within }) => [
    name,
    measured,
    beside,
    ratio === null ? '' : ratio.toFixed(2),
    bound,
    within === null ? '**unclear: machine too busy**' : within ? 'yes' : '**no**',
  ]);
  const head = ['what', 'measured', 'beside', 'ratio', 'bound', 'within'];
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
