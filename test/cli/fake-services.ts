import type { CliServices } from '../../src/cli/cli-services.ts';
import { runCli } from '../../src/cli/run-cli.ts';
import { fakePincite } from '../http/fake-pincite.ts';
import { madeUpReading } from '../made-up-reading.ts';
import { fakeTerminal } from './fake-terminal.ts';

const counts = { reports: 1, paragraphs: 2, sentences: 2 };
const indexed = { generation: 'g1', changed: true, counts, embedded: 4, reused: 0, milliseconds: 61_000 };

/** What the services say of any report or file. */
export const checkedReading = madeUpReading({ numbered: 2 });

/** Services over two paragraphs; single ones can be replaced. */
export function fakeServices(replaced: Partial<CliServices> = {}): CliServices {
  return {
    version: '9.8.7',
    baseUrl: async () => 'http://reports.test',
    showsCauses: () => false,
    index: async () => indexed,
    open: async () => ({ pincite: fakePincite(), close: async () => undefined }),
    check: async () => [
      {
        ...{ id: 'g1', current: true, good: true, counts, model: 'm', created: '2026-11-22T06:00:00.000Z' },
        files: [{ file: 'paragraphs.sqlite', bytes: 2048, problem: null }],
        readings: [{ report: 'g', file: 'g.txt', title: 'A report', reading: checkedReading }],
      },
    ],
    reading: async (target) => ({
      report: target,
      file: `${target}.txt`,
      title: 'A report',
      reading: checkedReading,
    }),
    serve: async () => ({ url: 'http://127.0.0.1:1', close: async () => undefined }),
    assertCanServe: async () => undefined,
    locateModel: async () => ({ name: 'm', files: ['a.onnx'], bytes: 34_700_000, source: 'cache' }),
    evaluate: () => Promise.reject(new Error('nothing is measured here')),
    openFiles: () => Promise.reject(new Error('nothing is opened here')),
    readFiles: () => Promise.reject(new Error('nothing is read here')),
    addReports: () => Promise.reject(new Error('nothing is added here')),
    removeReport: () => Promise.reject(new Error('nothing is removed here')),
    readText: () => Promise.reject(new Error('nothing is read here')),
    writeText: async () => undefined,
    ...replaced,
  };
}

/** Runs a command line on these services and gives its exit code and what it wrote. */
export async function run(
  parameters: readonly string[],
  replaced: Partial<CliServices> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<{ code: number; output: string; messages: string }> {
  const terminal = fakeTerminal();
  const code = await runCli(parameters, { services: fakeServices(replaced), terminal, signal });
  return { code, ...terminal.written };
}
