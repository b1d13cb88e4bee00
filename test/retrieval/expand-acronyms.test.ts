import { expect, test } from 'vitest';
import { findExpansions, spellOutSections } from '../../src/retrieval/expand-acronyms.ts';
import { madeUpKnowledge, madeUpReport } from './made-up-knowledge.ts';

const knowledge = madeUpKnowledge({
  reports: [madeUpReport('a')],
  text: 'words',
  acronyms: [
    { short: 'FRP', long: 'Flood Risk Partnership', report: 'a' },
    { short: 'FRP', long: 'Fire Response Plan', report: 'b' },
    { short: 'FRP', long: 'flood risk partnership', report: 'c' },
    { short: 'IT', long: 'Inspection Team', report: 'a' },
    { short: 'CHAOS', long: 'Children’s Health and Other Services', report: 'a' },
  ],
});
const scope = new Set(['a', 'b', 'c']);
const longs = (text: string) => findExpansions(text, scope, knowledge).map(({ long }) => long.toLowerCase());

test('every reading of a short form is given once, however it is typed', () => {
  const readings = ['flood risk partnership', 'fire response plan'];
  expect(longs('Is the FRP effective?')).toEqual(readings);
  expect(longs('is the frp effective')).toEqual(readings);
});

test('a plural s is no part of a short form, unless the corpus says so', () => {
  expect(longs('Do the FRPs meet?')).toHaveLength(2);
  expect(longs('chaos')).toEqual(['children’s health and other services']);
});

test('a short form of two letters counts in capitals only', () => {
  expect(longs('Is it late?')).toEqual([]);
  expect(longs('Is the IT late?')).toEqual(['inspection team']);
});

test('a long form gives its short form, with an s or another mark at most', () => {
  expect(findExpansions('two Flood-Risk Partnerships', scope, knowledge).map(({ short }) => short)).toContain(
    'FRP',
  );
  expect(findExpansions('a flood at risk', scope, knowledge)).toEqual([]);
});

test('sections of acts are spelt out, and other words left alone', () => {
  expect(spellOutSections('s47, s.47, sec 47A and s 17')).toBe(
    'section 47, section 47, section 47A and section 17',
  );
  expect(spellOutSections('units 47 and s')).toBe('units 47 and s');
});

test('only what a report in scope spells out counts', () => {
  expect(findExpansions('Is the FRP effective?', new Set(['b']), knowledge)).toEqual([
    { short: 'FRP', long: 'Fire Response Plan' },
  ]);
});
