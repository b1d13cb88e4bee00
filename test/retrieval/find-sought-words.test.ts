import { expect, test } from 'vitest';
import { findSoughtWords } from '../../src/retrieval/find-sought-words.ts';

test.each([
  ['Is knife crime mentioned anywhere?', ['knife crime']],
  ['do any of the reports talk about FGM', ['FGM']],
  ['Any mention of ferrets or rabbits in the notes?', ['ferrets', 'rabbits']],
  ['Does the code say anything at all about cryptocurrency?', ['cryptocurrency']],
  ['Are food banks or soup kitchens discussed in either report?', ['food banks', 'soup kitchens']],
  ['Does it mention “county lines”?', ['county lines']],
  ['How many children are waiting?', []],
  ['What did they say about early help?', []],
  ['Is the board doing its job?', []],
])('%j looks for %j', (question, sought) => {
  expect(findSoughtWords(question)).toEqual(sought);
});
