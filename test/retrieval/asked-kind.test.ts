import { expect, test } from 'vitest';
import { type AskedKind, findAskedKind } from '../../src/retrieval/asked-kind.ts';

const questions: [AskedKind, string][] = [
  ['number', 'How many bridges are closed in Ashby?'],
  ['number', 'how much did the new depot cost'],
  ['number', 'no of allotments in Ashby'],
  ['share', 'What share of tenants were content?'],
  ['share', 'percentage of roads resurfaced'],
  ['duration', 'How long do planning appeals take?'],
  ['duration', 'How often does the panel meet?'],
  ['date', 'When did the ferry stop running?'],
  ['date', 'The lido: since when has it been shut?'],
  ['person', 'Who chairs the harbour board?'],
  ['person', "What's the name of the harbour master?"],
  ['place', 'Where are the new trees being planted?'],
  ['place', 'At which site was the oil spilt?'],
  ['reason', 'Why was the tram scheme dropped?'],
  ['reason', 'What led to the flood at Lower Ashby?'],
  ['grade', 'How well was the museum service rated?'],
  ['grade', 'What grade did the kitchens get?'],
  ['grade', 'How good are the leisure centres?'],
  ['comparison', 'How does parking in Ashby compare with Burnley Road?'],
  ['comparison', 'Are the roads better or worse now?'],
  ['list', 'Which areas does the plan cover?'],
  ['wording', 'precedent wording about slow repairs'],
  ['wording', 'How did the auditors put it that reserves are low?'],
  ['overview', 'What does the 2014 audit say about libraries?'],
  ['overview', 'Give me a summary of the waste paper'],
  ['corpus', 'Which reports do you hold?'],
  ['corpus', 'Got anything on Eastmere?'],
  ['yes_no', 'Is the swimming pool heated?'],
  ['yes_no', "Didn't the council promise a new bus lane?"],
  ['yes_no', 'And do taxis have to be green?'],
  ['other', 'allotment waiting times in the north'],
  ['other', 'What happens to lost property?'],
];

test.each(questions)('%s is asked for by %j', (kind, question) => {
  expect(findAskedKind(question)).toBe(kind);
});

test('a word that asks counts only where a question begins', () => {
  expect(findAskedKind('Is the man who runs the ferry paid when it rains?')).toBe('yes_no');
});
