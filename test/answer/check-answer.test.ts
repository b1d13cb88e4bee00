import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Answer } from '../../src/answer/answer.ts';
import { checkAnswer } from '../../src/answer/check-answer.ts';
import { composeAnswer, renderAnswer } from '../../src/answer/compose-answer.ts';
import { madeUpParagraph, madeUpReport } from './made-up-passages.ts';

const report = madeUpReport('ashby-2012');
const first = madeUpParagraph('1', 'The library opens at nine. It closes at five.');
const second = madeUpParagraph('2', 'Nobody was turned away.');

function answered(): Answer {
  const { parts, citations } = composeAnswer([
    { paragraph: first, report, start: 0, end: 26 },
    { paragraph: second, report, start: 0, end: 23 },
    { paragraph: first, report, start: 27, end: 45 },
  ]);
  return {
    id: 'x',
    question: 'q',
    created: '2020-01-01T00:00:00Z',
    status: 'answered',
    answer: renderAnswer(parts),
    parts,
    citations,
    gaps: [],
    searched: { reports: [], paragraphs: 0, question: 'q' },
    nearest: [],
    answerer: 'quote',
    generation: 'g',
  };
}
const check = (answer: Answer) => () => checkAnswer(answer, [first, second]);

test('quotes of one paragraph share a marker, and markers run in the order of first use', () => {
  const answer = answered();
  expect(answer.citations.map(({ marker, paragraph }) => [marker, paragraph])).toEqual([
    [1, '1'],
    [2, '2'],
  ]);
  expect(answer.citations[0]?.quotes).toEqual(['The library opens at nine.', 'It closes at five.']);
  expect(answer.answer).toContain('It closes at five. [1]');
  expect(check(answer)).not.toThrow();
});

test('a citation opens the report at the paragraph with the quoted words marked', () => {
  expect(answered().citations[1]?.url).toBe('/reports/ashby-2012?q=0-23&para=2#para-2');
});

test.each<[string, (answer: Answer) => void]>([
  [
    'a quote that is not in the paragraph',
    (answer) => answer.citations[0]?.quotes.splice(0, 1, 'The library opens at ten.'),
  ],
  ['a claim without a marker', (answer) => answer.parts[1]?.markers.splice(0)],
  ['a claim that is no quote', (answer) => Object.assign(answer.parts[1] ?? {}, { text: 'It opens early.' })],
  ['markers out of order', (answer) => answer.citations.reverse()],
  ['a citation that nothing uses', (answer) => answer.parts.splice(2, 1)],
  ['a marker that the text does not show', (answer) => Object.assign(answer, { answer: 'The library.' })],
])('an answer with %s is withheld', (_, spoil) => {
  const answer = answered();
  spoil(answer);
  expect(check(answer)).toThrow('withheld');
});

test('any quotes from any paragraphs make an answer that passes its own check', () => {
  const spans = fc.array(
    fc.record({
      paragraph: fc.constantFrom(first, second),
      start: fc.nat(10),
      length: fc.integer({ min: 1, max: 12 }),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(spans, (chosen) => {
      const { parts, citations } = composeAnswer(
        chosen.map(({ paragraph, start, length }) => ({ paragraph, report, start, end: start + length })),
      );
      const answer = { ...answered(), parts, citations, answer: renderAnswer(parts) };
      expect(check(answer)).not.toThrow();
    }),
  );
});
