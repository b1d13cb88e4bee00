/**
 * Adds a file to a corpus as a process of its own that can be killed, and prints each stage as it begins, then "done".
 * Arguments: file, and the settings as JSON.
 */
import { parseConfig } from '../../src/config.ts';
import { addReports } from '../../src/entries/change-corpus.ts';
import { openFiles } from '../../src/entries/open-files.ts';

const [file = '', settings = '{}'] = process.argv.slice(2);
let stage = '';
process.stdout.write('began\n');
await addReports(parseConfig(JSON.parse(settings)), await openFiles([file], {}), {
  confirmed: ['replace'],
  names: { flags: '', replace: '', duplicate: '' },
  signal: new AbortController().signal,
  onNotice: () => undefined,
  onProgress(progress) {
    const now = `${progress.stage}${progress.stage === 'verifying' ? ` ${progress.done}` : ''}`;
    if (now !== stage) process.stdout.write(`${now}\n`);
    stage = now;
  },
});
process.stdout.write('done\n');
