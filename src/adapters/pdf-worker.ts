import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../errors.ts';
import { type PdfReading, readPdfHere } from './pdf-lines.ts';

/** What the thread is given. */
export interface PdfWork {
  bytes: Uint8Array;
  file: string;
  maxPages: number;
}

/** What the thread answers: a reading, or why there is none. */
export type PdfReply = PdfReading | { failure: string };

// Of a damaged file the vendor also rejects promises that nobody waits for; what matters fails where it is awaited.
process.on('unhandledRejection', () => {});

const { bytes, file, maxPages } = workerData as PdfWork;
const reply: PdfReply = await readPdfHere(bytes, { file, maxPages }).catch((error: unknown) => ({
  failure:
    error instanceof AppError ? error.message : `${file}: cannot be read; save it anew and add it again`,
}));
parentPort?.postMessage(reply);
