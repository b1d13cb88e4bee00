import { Worker } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import type { PdfNotes } from '../reports/pdf/pdf-page.ts';
import type { Line } from '../reports/report.ts';
import type { PdfReading } from './pdf-lines.ts';
import type { PdfReply, PdfWork } from './pdf-worker.ts';

/** Limits of reading one PDF file. */
export interface PdfLimits {
  maxBytes: number;
  maxPages: number;
  timeoutMs: number;
  /** Of the thread that reads, in MiB; what it unpacks counts too. */
  memoryMb: number;
}

/** How a PDF file is read. */
export interface PdfOptions extends Partial<PdfLimits> {
  /** Names the file in messages. */
  file: string;
  signal?: AbortSignal;
  /** Told once what was found besides lines: pages without text, running heads and feet. */
  onNotes?: (notes: PdfNotes) => void;
}

/** What is read when nothing else is asked: far more than any report, far less than hurts. */
export const pdfLimits: PdfLimits = {
  maxBytes: 200 * 1024 * 1024,
  maxPages: 3_000,
  timeoutMs: 120_000,
  memoryMb: 1_024,
};

const memoryCheckMs = 100;

/**
 * Reads a PDF file into lines, each a whole paragraph, heading, list item, note or table row, with its page. Works
 * in a thread of its own, which ends with the reading or at a limit. Throws AppError `corpus_invalid` for a file that
 * is encrypted, cut short, damaged, a scan throughout or over a limit, and `interrupted` on the signal.
 */
export async function readPdf(bytes: Uint8Array, options: PdfOptions): Promise<Line[]> {
  const limits = { ...pdfLimits, ...options };
  const { file, signal } = options;
  if (bytes.length > limits.maxBytes) {
    const sizes = `${toMebibytes(bytes.length)} MiB, and at most ${toMebibytes(limits.maxBytes)} MiB are read`;
    throw new AppError('corpus_invalid', `${file}: has ${sizes}; split it or save it smaller`);
  }
  if (signal?.aborted) throw new AppError('interrupted', `${file}: reading was stopped before it began.`);
  const { lines, notes } = await readInThread(bytes, { file, signal, limits });
  options.onNotes?.(notes);
  return lines;
}

function readInThread(
  bytes: Uint8Array,
  { file, signal, limits }: { file: string; signal: AbortSignal | undefined; limits: PdfLimits },
): Promise<PdfReading> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: { bytes, file, maxPages: limits.maxPages } satisfies PdfWork,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  });
  const timers: NodeJS.Timeout[] = [];
  let stop = () => {};
  return new Promise<PdfReading>((resolve, reject) => {
    const fail = (problem: string, cause?: unknown) =>
      reject(new AppError('corpus_invalid', `${file}: ${problem}`, { cause }));
    const tooMuch = `needs more than ${limits.memoryMb} MiB of memory to read; split it or save it anew`;
    stop = () => reject(new AppError('interrupted', `${file}: reading was stopped before it finished.`));
    signal?.addEventListener('abort', stop, { once: true });
    worker.once('message', (reply: PdfReply) =>
      'failure' in reply ? reject(new AppError('corpus_invalid', reply.failure)) : resolve(reply),
    );
    worker.once('error', (cause: Error & { code?: string }) =>
      fail(cause.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch : 'is damaged and cannot be read', cause),
    );
    worker.once('exit', () => fail('cannot be read: its thread ended; try again'));
    const seconds = Math.round(limits.timeoutMs / 1000);
    const late = `takes longer than ${seconds} seconds to read; split it or save it anew`;
    timers.push(setTimeout(() => fail(late), limits.timeoutMs));
    // What a file unpacks to lies outside the heap that the thread's own limit counts.
    timers.push(watchMemory(worker, limits.memoryMb, () => fail(tooMuch)));
  }).finally(async () => {
    for (const timer of timers) clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  });
}

function watchMemory(worker: Worker, memoryMb: number, exceeded: () => void): NodeJS.Timeout {
  return setInterval(async () => {
    const used = await worker.getHeapStatistics().catch(() => null);
    if (used && toMebibytes(used.total_heap_size + used.external_memory) > memoryMb) exceeded();
  }, memoryCheckMs);
}

function toMebibytes(bytes: number): number {
  return Math.ceil(bytes / 1024 / 1024);
}
