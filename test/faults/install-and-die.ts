/**
 * Changes a folder of reports as its test plans it, and kills itself: before the index is put in use, or right after.
 * Arguments: folder, "before" or "after". CURRENT in the folder stands for the index in use.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { planChange } from '../../src/adapters/corpus-change.ts';
import { readCorpus } from '../../src/adapters/corpus-folder.ts';
import { installChange } from '../../src/adapters/corpus-journal.ts';

const [folder = '', when = ''] = process.argv.slice(2);
const metadata = {
  ...{ title: 'The quay', authority: null, authorityShort: null, publisher: null, documentKind: null },
  ...{ source: null, licence: null, dates: {} },
};
const bytes = new TextEncoder().encode('1. The quay is long.\n');
const corpus = await readCorpus(folder);
const write = ['quay.txt', 'harbour.md'].map((file) => ({ file, bytes, metadata }));
const planned = await planChange(corpus, { write, remove: ['pier'] }, corpus.files);
await installChange(folder, planned, {
  inUse: async () => null,
  async putInUse() {
    if (when === 'after') await writeFile(join(folder, 'CURRENT'), planned.corpus.corpusSha256);
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => undefined);
  },
});
