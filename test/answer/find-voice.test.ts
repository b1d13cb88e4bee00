import { expect, test } from 'vitest';
import { findVoice } from '../../src/answer/find-voice.ts';
import { madeUpReport } from './made-up-passages.ts';

const own = { authority: 'Ashby Council', authorityShort: 'Ashby', publisher: 'Ashby Council' };
const voice = (quote: string, metadata: object = own) =>
  findVoice(quote, madeUpReport('a', metadata).metadata);

test('a council’s paper that tells what inspectors found is its account of them', () => {
  expect(voice('Inspectors felt that there needed to be more oversight.')).toBe(
    'Ashby’s account of what inspectors found',
  );
  expect(voice('This inspection identified a number of weaknesses.')).toBe(
    'Ashby’s account of what the inspection found',
  );
  expect(voice('It was recognised by auditors as good.')).toBe('Ashby’s account of what auditors found');
});

test('what a council says for itself is its own voice', () => {
  expect(voice('We have started to deliver the plan.')).toBeUndefined();
  expect(voice('The inspection will look at two elements.')).toBeUndefined();
});

test('an inspectorate’s own report speaks for itself', () => {
  expect(voice('Inspectors found good practice.', { ...own, publisher: 'The Inspectorate' })).toBeUndefined();
});
