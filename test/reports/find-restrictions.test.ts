import { expect, test } from 'vitest';
import { findRestrictions } from '../../src/reports/find-restrictions.ts';
import { readText } from '../../src/reports/text-reader.ts';

const wordings = (text: string) => findRestrictions(readText(text)).map(({ wording }) => wording);

test.each([
  ['NOT FOR PUBLICATION by virtue of paragraph 3', 'not for publication'],
  ['This report is not to be disclosed before the meeting.', 'not for publication'],
  ['Embargoed until 00:01 on 3 May', 'not for publication'],
  ['Exempt information as defined in the Act', 'exempt'],
  ['exempt from publication under Schedule 12A', 'exempt'],
  ['paragraph 1 of Part 1 of Schedule 12A', 'exempt'],
  ['PART II', 'Part II'],
  ['Part 2 report', 'Part II'],
  ['to be taken in Part II of the agenda', 'Part II'],
  ['Private and confidential', 'confidential'],
  ['CONFIDENTIAL: for the committee alone, as agreed with the clerk of the council', 'confidential'],
  ['This report is strictly confidential and must be returned after the meeting has ended.', 'confidential'],
  ['Commercial in confidence', 'confidential'],
  ['OFFICIAL - SENSITIVE', 'restricted'],
  ['Restricted', 'restricted'],
  ['restricted circulation: members of the panel', 'restricted'],
  ['RESOLVED that the press and public be excluded', 'excluded from the public'],
  ['that the exclusion of the press and public be agreed', 'excluded from the public'],
])('%j is flagged as %s', (text, wording) => {
  expect(wordings(text)).toEqual([wording]);
});

test.each([
  ['Students are exempt from council tax.'],
  ['as set out in Part II of the Children Act 1989'],
  ['Part 2: What we found'],
  ['Young people have access to confidential advice from nurses at every school that was visited.'],
  ['Movement is restricted by the lock gates, which inspectors saw.'],
  ['The report was published in May.'],
])('%j is not flagged', (text) => {
  expect(wordings(text)).toEqual([]);
});

test('wording that runs over the end of a line is found on the line where it begins', () => {
  const [flag] = findRestrictions(readText('First line.\nThis paper is not for\npublication before May.'));
  expect(flag).toMatchObject({ wording: 'not for publication', line: 2, quote: 'This paper is not for' });
});

test('a mark that every page carries is told once, with how often it comes', () => {
  const marks = Array.from({ length: 3 }, () => 'NOT FOR PUBLICATION\n\nSome words.\n').join('\n');
  expect(findRestrictions(readText(marks))).toEqual([
    { wording: 'not for publication', page: null, line: 1, quote: 'NOT FOR PUBLICATION', times: 3 },
  ]);
});
