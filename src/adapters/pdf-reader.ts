import { AppError } from '../errors.ts';
import type { PdfNotes } from '../reports/pdf/pdf-page.ts';
import type { Line } from '../reports/report.ts';
import { awaitReply, startThread, type ThreadLimits, toMebibytes } from './limited-thread.ts';
import type { PdfReading } from './pdf-lines.ts';
import type { PdfReply, PdfWork } from './pdf-worker.ts';

/** Limits of reading one PDF file. */
export interface PdfLimits extends ThreadLimits {
  maxBytes: number;
  maxPages: number;
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

async function readInThread(
  bytes: Uint8Array,
  { file, signal, limits }: { file: string; signal: AbortSignal | undefined; limits: PdfLimits },
): Promise<PdfReading> {
  const worker = startThread(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: { bytes, file, maxPages: limits.maxPages } satisfies PdfWork,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
  });
  try {
    const reply = await awaitReply<PdfReply>(worker, { file, limits, signal });
    if ('failure' in reply) throw new AppError('corpus_invalid', reply.failure);
    return reply;
  } finally {
    await worker.terminate();
  }
}
