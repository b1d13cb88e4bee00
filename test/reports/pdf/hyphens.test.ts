import { describe, expect, it } from 'vitest';
import { learnHyphens } from '../../../src/reports/pdf/hyphens.ts';

const broken = [
  'The inspec-',
  'tion was announced and the recommen-',
  'dations were read out, although the com-',
  'mittee had not met.',
];

describe('a hyphen at the end of a line', () => {
  it('stays in a report that breaks no words', () => {
    expect(learnHyphens(['Some words without any.'])('a county-', 'wide plan')).toBe('a county-wide plan');
  });

  it('goes in a report that breaks words by rule, but not from what it prints with one elsewhere', () => {
    const join = learnHyphens([...broken, 'A cross-party panel met.']);
    expect(join('the govern-', 'ment said')).toBe('the government said');
    expect(join('a cross-', 'party panel')).toBe('a cross-party panel');
    expect(join('a multi-', 'agency team')).toBe('a multi-agency team');
  });

  it('goes when it is soft, or of a sort that is printed nowhere inside a line', () => {
    const join = learnHyphens(['Some words without any.']);
    expect(join('the govern\u00AD', 'ment said')).toBe('the government said');
    expect(join('the govern‐', 'ment said')).toBe('the government said');
  });

  it('stays before a capital, and leaves a blank before "and"', () => {
    const join = learnHyphens(broken);
    expect(join('the Anglo-', 'Irish')).toBe('the Anglo-Irish');
    expect(join('short-', 'and long-term')).toBe('short- and long-term');
  });
});
