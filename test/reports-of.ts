import type { Corpus } from '../src/adapters/corpus-folder.ts';
import { platformReaders } from '../src/adapters/platform-readers.ts';
import { parseFileName, readReport } from '../src/reports/read-report.ts';
import type { Report } from '../src/reports/report.ts';

/** Reads a corpus's files into reports, one after the other. */
export async function* reportsOf({ files, metadata }: Corpus): AsyncGenerator<Report> {
  for (const { file, bytes } of files) {
    yield await readReport({ file, bytes, metadata: metadata.get(parseFileName(file).id) }, platformReaders);
  }
}
