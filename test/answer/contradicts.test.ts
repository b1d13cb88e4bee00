import { expect, test } from 'vitest';
import { contradicts } from '../../src/answer/quote/contradicts.ts';

test.each([
  ['Why did the harbour board cut its budget?', 'The harbour board added £90,000 to its budget.'],
  ['Why was the lido rated outstanding?', 'The lido was found to be inadequate.'],
  ['When did the depot close?', 'The depot opened in May.'],
  ['Who approved the tram scheme?', 'The tram scheme was turned down by members.'],
  ['Why did morale get better?', 'Morale has deteriorated since the move.'],
  ['How was the deadline met?', 'The deadline was missed by a month.'],
])('%j is contradicted by %j', (question, sentence) => {
  expect(contradicts(question, sentence)).toBe(true);
});

test.each([
  ['Why did the harbour board cut its budget?', 'The harbour board cut its budget to save the lido.'],
  ['Who chairs the harbour board?', 'The lido was found to be inadequate.'],
  ['Why was the lido rated outstanding?', 'The lido was outstanding where the baths were inadequate.'],
  ['Did numbers rise or fall?', 'Numbers fell by a tenth.'],
])('%j is not contradicted by %j', (question, sentence) => {
  expect(contradicts(question, sentence)).toBe(false);
});
