import type { FileReading } from '../../src/corpus/file-reading.ts';
import { madeUpReading } from '../made-up-reading.ts';

/** What was read off a made-up file; single fields can be replaced. */
export function sampleReading(replaced: Partial<FileReading> = {}): FileReading {
  return {
    report: 'pier-2016',
    file: 'pier-2016.pdf',
    edition: 'ba9876543210',
    metadata: {
      ...{ title: 'Inspection of the pier', authority: 'Pier County Council', authorityShort: 'Pier' },
      ...{ publisher: null, documentKind: 'inspection report', source: null, licence: null },
      dates: { published: '2016-05' },
    },
    reading: madeUpReading({ numbered: 12, unnumbered: 3 }),
    words: 1234,
    flags: [],
    supersedes: null,
    duplicateOf: null,
    held: false,
    needs: [],
    ...replaced,
  };
}

/** The same file with wording that has to be confirmed. */
export const flaggedReading = sampleReading({
  flags: [{ wording: 'not for publication', page: 1, line: 3, quote: 'NOT FOR PUBLICATION', times: 4 }],
  needs: ['flags'],
});
