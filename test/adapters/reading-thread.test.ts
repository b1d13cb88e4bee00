import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { ReadingThread } from '../../src/adapters/reading-thread.ts';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { readReport } from '../../src/reports/read-report.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const sound = { file: 'sound.md', bytes: bytesOf('# Report\n\n1. One thing.\n\n2. Another thing.\n') };
/** Each of these lines is a candidate for a number, and explains nothing. */
const endless = { file: 'endless.txt', bytes: bytesOf('1\n'.repeat(3_000_000)) };

const threads: ReadingThread[] = [];
function open(limits?: ConstructorParameters<typeof ReadingThread>[0]): ReadingThread {
  const thread = new ReadingThread(limits);
  threads.push(thread);
  return thread;
}
afterEach(() => Promise.all(threads.splice(0).map((thread) => thread.close())));

describe('a thread that reads files and takes them apart', () => {
  it('gives what reading in this thread gives, of every format', async () => {
    const thread = open();
    const report = await readReport(sound);
    expect(await thread.read(sound)).toEqual({ report, split: await splitReport(report) });
    const pdf = new URL('../recordings/pdf/one-column.pdf', import.meta.url);
    const { split } = await thread.read({ file: 'a.pdf', bytes: new Uint8Array(readFileSync(pdf)) });
    expect(split.paragraphs.filter(({ form }) => form === 'numbered').length).toBeGreaterThan(10);
  });

  it('says why a file cannot be read, with its name once, and reads the next', async () => {
    const thread = open();
    const deep = { file: 'deep.html', bytes: bytesOf('<div>'.repeat(2_000)) };
    await expect(thread.read(deep)).rejects.toMatchObject({
      code: 'corpus_invalid',
      message: expect.stringMatching(/^deep\.html: a page nests its elements more than 1000 deep/),
    });
    const none = { file: 'none.txt', bytes: new Uint8Array([0, 1, 2, 0]) };
    await expect(thread.read(none)).rejects.toThrow(/^none\.txt: its bytes are no text/);
    expect((await thread.read(sound)).split.paragraphs).toHaveLength(2);
  });

  it('gives up at its limits of time and memory, and reads the next', async () => {
    const hasty = open({ timeoutMs: 1_000, memoryMb: 1_024 });
    await expect(hasty.read(endless)).rejects.toThrow(/^endless\.txt: takes longer than 1 seconds to read/);
    const small = open({ timeoutMs: 60_000, memoryMb: 64 });
    await expect(small.read(endless)).rejects.toThrow(/^endless\.txt: needs more than 64 MiB of memory/);
    expect((await small.read(sound)).split.paragraphs).toHaveLength(2);
  });

  it('stops on the signal, before and while it reads', async () => {
    const thread = open();
    const stopped = { code: 'interrupted' };
    await expect(thread.read(sound, { signal: AbortSignal.abort() })).rejects.toMatchObject(stopped);
    const controller = new AbortController();
    const reading = thread.read(endless, { signal: controller.signal });
    controller.abort();
    await expect(reading).rejects.toMatchObject(stopped);
    expect((await thread.read(sound)).split.paragraphs).toHaveLength(2);
  });
});
