import { expect, test } from 'vitest';
import { composeAnswer } from '../../src/answer/compose-answer.ts';
import { toHit } from '../../src/answer/to-hit.ts';
import { madeUpReading } from '../made-up-reading.ts';
import { madeUpParagraph, madeUpReport } from './made-up-passages.ts';

const caution = 'Read with low confidence: check against the original.';
const sound = madeUpReport('ashby-2012', { authority: 'Ashby', authorityShort: 'Ashby' });
const doubtful = {
  ...madeUpReport('carrow-2018', { authority: 'Carrow', authorityShort: 'Carrow' }),
  reading: madeUpReading({ numbered: 1, confidence: 0.4, missing: ['Annex A'], caution }),
};
const quote = (report: typeof sound) => ({
  ...{ paragraph: madeUpParagraph('1', 'Trees grow.', report.id), report, start: 0, end: 11 },
});

test('an answer says of a report that was read with low confidence that it was, in its label and its citation', () => {
  const { parts, citations } = composeAnswer([quote(doubtful), quote(sound)]);
  expect(parts.filter(({ role }) => role === 'label').map(({ text }) => text)).toEqual([
    expect.stringMatching(/^Carrow.*\(incomplete copy; read with low confidence\):$/),
    expect.not.stringContaining('confidence'),
  ]);
  expect(citations[0]).toMatchObject({ report: 'carrow-2018', caution });
  expect(citations[1]).not.toHaveProperty('caution');
});

test('a hit of a search says so too', () => {
  const { paragraph } = quote(doubtful);
  expect(toHit({ paragraph, report: doubtful, score: 1, highlights: [] })).toMatchObject({ caution });
});
