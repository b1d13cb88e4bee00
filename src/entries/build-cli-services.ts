import type { CliServices } from '../cli/cli-services.ts';
import type { Config } from '../config.ts';
import { AppError } from '../errors.ts';
import { version } from './version.ts';

// Whatever is slow to load is imported by the function that needs it: help has to be there at once.

const readConfig = async (): Promise<Config> => (await import('../config.ts')).parseConfig(process.env);

// While it starts, the model's runtime (onnxruntime 1.30.0) matches the process's command line against a pattern; from
// some 29,000 characters on that overflows the stack and ends the process without a word.
const longestCommandLine = 12_000;

function assertShortCommandLine(): void {
  const { length } = process.argv.slice(2).join(' ');
  if (length <= longestCommandLine) return;
  const message = `The command line has ${length} characters and may have ${longestCommandLine}; shorten the question`;
  throw new AppError('invalid_request', message);
}

/** What the commands can do on Node, with the settings of the environment. */
export function buildCliServices(): CliServices {
  return {
    version,
    baseUrl: async () => {
      const { PUBLIC_URL, HOST, PORT } = await readConfig();
      return PUBLIC_URL?.replace(/\/+$/, '') ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
    },
    showsCauses: () => process.env.LOG_LEVEL === 'debug',
    index: async (request) => (await import('./run-indexing.ts')).runIndexing(await readConfig(), request),
    open: async (onNotice) => {
      assertShortCommandLine();
      return (await import('./open-service.ts')).openService(await readConfig(), onNotice);
    },
    check: async () => {
      const { INDEX_DIR } = await readConfig();
      return (await import('../adapters/check-index.ts')).checkIndex(INDEX_DIR);
    },
    reading: async (target) => (await import('./find-reading.ts')).findReading(await readConfig(), target),
    serve: async (onNotice) => (await import('./node.ts')).startServer(await readConfig(), { onNotice }),
    assertCanServe: async () => (await import('./serve-app.ts')).assertPortFree(await readConfig()),
    locateModel: async (options) => (await import('./find-model.ts')).findModel(await readConfig(), options),
    evaluate: async (request) =>
      (await import('./evaluate-index.ts')).evaluateIndex(await readConfig(), request),
    openFiles: async (paths, given) => (await import('./open-files.ts')).openFiles(paths, given),
    readFiles: async (files, signal) =>
      (await import('./read-new-file.ts')).readNewFiles(files, await readConfig(), signal),
    addReports: async (files, options) =>
      (await import('./change-corpus.ts')).addReports(await readConfig(), files, options),
    removeReport: async (report, options) =>
      (await import('./change-corpus.ts')).removeReport(await readConfig(), report, options),
    readText,
    writeText,
  };
}

async function readText(path: string): Promise<string> {
  const { readFile } = await import('node:fs/promises');
  return readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const problem = cause.code === 'ENOENT' ? 'is not there' : `cannot be read (${cause.code})`;
    throw new AppError('invalid_request', `${path} ${problem}. Name a file that is.`, { cause });
  });
}

async function writeText(path: string, text: string): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  await writeFile(path, text).catch((cause: NodeJS.ErrnoException) => {
    throw new AppError('invalid_request', `${path} cannot be written (${cause.code}). Name another file.`, {
      cause,
    });
  });
}
