import { expect, test } from 'vitest';
import { splitQuestion } from '../../src/retrieval/split-question.ts';

test('two questions in one are told apart', () => {
  expect(splitQuestion('How many boats sank, and how many sailors were saved?')).toEqual([
    'How many boats sank?',
    'How many sailors were saved?',
  ]);
  expect(splitQuestion('When did the lido close? Who decided on its closure?')).toHaveLength(2);
});

test('a part that leans on the first has it in front', () => {
  expect(splitQuestion('What does the new quay cost, and who pays for it?')[1]).toBe(
    'What does the new quay cost? Who pays for it?',
  );
});

test.each([
  'Who chairs the harbour board and the lido committee?',
  'Was the harbour dredged, and how?',
  'Is the lido warm and clean?',
  'What did members say about trams, and what then?',
])('%j asks one thing', (question) => {
  expect(splitQuestion(question)).toEqual([question]);
});
