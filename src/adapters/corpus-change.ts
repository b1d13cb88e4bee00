import { AppError } from '../errors.ts';
import { parseFileName } from '../reports/read-report.ts';
import type { ReportMetadata } from '../reports/report.ts';
import { editReportsJson } from '../reports/reports-json.ts';
import { sha256 } from '../reports/sha256.ts';
import { type Corpus, type CorpusFile, hashCorpus, listFile } from './corpus-folder.ts';

/** What is to change in a corpus. */
export interface CorpusChange {
  write: { file: string; bytes: Uint8Array; metadata: ReportMetadata }[];
  /** Ids of reports. */
  remove: string[];
}

/** A corpus as it is to be, and which of its files differ from those in the folder. */
export interface PlannedCorpus {
  corpus: Corpus;
  /** Null bytes take the file away. */
  changed: { file: string; bytes: Uint8Array | null }[];
}

/**
 * Works out a corpus with a change made to it; nothing is written. A report keeps no file under another ending, also
 * none that lies in the folder without being part of the corpus. Throws AppError `report_refused` where such a file
 * cannot be read, and so not be kept either.
 */
export async function planChange(
  corpus: Corpus,
  { write, remove }: CorpusChange,
  folderFiles: readonly CorpusFile[],
): Promise<PlannedCorpus> {
  const touched = new Set([...write.map(({ file }) => parseFileName(file).id), ...remove].map(fold));
  const isTouched = ({ file }: { file: string }) => touched.has(fold(parseFileName(file).id));
  const gone = folderFiles.filter(isTouched);
  const inTheWay = corpus.faulty.find((file) => isTouched({ file }));
  if (inTheWay !== undefined) {
    const message = `${inTheWay}: lies in the folder under this name and cannot be used; take it away first`;
    throw new AppError('report_refused', message);
  }
  const written = await Promise.all(
    write.map(async ({ file, bytes }) => ({ file, bytes, sha256: await sha256(bytes) })),
  );
  const files = [...corpus.files.filter((file) => !isTouched(file)), ...written].sort((a, b) =>
    a.file < b.file ? -1 : 1,
  );
  const entries = new Map<string, ReportMetadata | null>([
    ...[...corpus.metadata.keys(), ...remove]
      .filter((id) => touched.has(fold(id)))
      .map((id) => [id, null] as const),
    ...write.map(({ file, metadata }) => [parseFileName(file).id, metadata] as const),
  ]);
  const list = editReportsJson(corpus.list, entries);
  const metadata = new Map([...corpus.metadata].filter(([id]) => !touched.has(fold(id))));
  for (const entry of write) metadata.set(parseFileName(entry.file).id, entry.metadata);
  const names = new Set(files.map(({ file }) => file));
  return {
    corpus: { ...corpus, files, list, metadata, corpusSha256: await hashCorpus(files, list) },
    changed: [
      ...gone.filter(({ file }) => !names.has(file)).map(({ file }) => ({ file, bytes: null })),
      ...written.map(({ file, bytes }) => ({ file, bytes })),
      { file: listFile, bytes: new TextEncoder().encode(list) },
    ],
  };
}

function fold(id: string): string {
  return id.toLowerCase();
}
