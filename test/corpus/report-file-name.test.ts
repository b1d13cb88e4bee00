import { expect, test } from 'vitest';
import { nameReportFile } from '../../src/corpus/report-file-name.ts';

const endings = ['txt', 'pdf'];

test.each([
  ['norfolk-2013.pdf', 'norfolk-2013.pdf'],
  ['Harbour Report (final).PDF', 'Harbour-Report-final.pdf'],
  ['  v1.2 of it .txt', 'v1.2-of-it.txt'],
  ['Rhôs-on-Sea & Môn.txt', 'Rhôs-on-Sea-Môn.txt'],
  ['ﬁnal ２０１３.txt', 'final-2013.txt'],
])('%s is kept as %s', (given, kept) => {
  expect(nameReportFile(given, endings)).toBe(kept);
});

test.each([
  ['../../etc/passwd.txt', 'a slash'],
  ['C:\\reports\\a.txt', 'a backslash'],
  ['a:b.txt', 'a colon'],
  ['.hidden.txt', 'begins with a dot'],
  ['a..txt', 'two in a row'],
  ['invoice\u202Efdp.txt', 'cannot be seen'],
  ['zero\u200Bwidth.txt', 'cannot be seen'],
  ['line\nbreak.txt', 'cannot be seen'],
  ['nul\0.txt', 'cannot be seen'],
  ['con.txt', 'reserved'],
  ['LPT1.pdf', 'reserved'],
  ['aux.report.txt', 'reserved'],
  ['README.txt', 'reserved'],
  ['nоrfolk.txt', 'alphabets'],
  ['---.txt', 'no letter or digit'],
  [`${'a'.repeat(121)}.txt`, 'more than 120 characters'],
  [`${'語'.repeat(70)}.txt`, 'more than 200 bytes'],
  ['tool.exe', 'only .txt, .pdf files can be read'],
  ['noending', 'only .txt, .pdf files can be read'],
])('%j is refused, and the message says why and what to do', (given, problem) => {
  const name = () => nameReportFile(given, endings);
  expect(name).toThrow(problem);
  expect(name).toThrow(expect.objectContaining({ code: 'report_refused' }));
});

test('a message never repeats characters that cannot be seen', () => {
  expect(() => nameReportFile('a\u202Eb.txt', endings)).toThrow(/^a�b\.txt: /);
});
