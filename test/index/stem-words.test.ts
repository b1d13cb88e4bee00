import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stemsOf, wordsOf } from '../../src/index/stem-words.ts';
import { stopWords } from '../../src/index/stop-words.ts';

describe('stemsOf', () => {
  it.each([
    ['children’s centres', "children's centre"],
    ["children's", 'childrens'],
    ['inspections', 'inspection'],
    ['café', 'CAFE'],
    ['£1,200', '1200'],
    ['45%', '45'],
    ['ﬁne', 'fine'],
  ])('lets “%s” and “%s” meet', (one, other) => {
    expect(stemsOf(one)).toEqual(stemsOf(other));
  });

  it('splits and joins hyphenated words, so that all three spellings meet', () => {
    expect(stemsOf('inter‑agency')).toEqual([...stemsOf('inter agency'), ...stemsOf('interagency')]);
    expect(stemsOf('inter-agency')).toEqual(stemsOf('inter‑agency'));
  });

  it('joins no ranges of numbers', () => {
    expect(stemsOf('2009-10')).toEqual(['2009', '10']);
  });

  it('keeps decimals and paragraph numbers whole and splits at a full stop', () => {
    expect(stemsOf('3.5 and 4.12 are cited.Then')).toEqual(['3.5', 'and', '4.12', 'ar', 'cite', 'then']);
  });

  it('keeps different words apart', () => {
    expect(stemsOf('adopted')).not.toEqual(stemsOf('adapted'));
    expect(stemsOf('1,200')).not.toEqual(stemsOf('1,20'));
  });
});

describe('wordsOf', () => {
  it('tells where each word stands in the text', () => {
    const text = 'Every “looked-after” child’s plan: 12%.';
    const spans = wordsOf(text).map(({ start, end }) => text.slice(start, end));
    expect(spans).toEqual(['Every', 'looked', 'after', 'looked-after', 'child’s', 'plan', '12']);
  });

  it('gives words that the keyword index can hold, inside the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        for (const { word, stem, start, end } of wordsOf(text)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
          expect(`${word}${stem}`).toMatch(/^[\p{L}\p{N}.]+$/u);
        }
      }),
    );
  });
});

it('knows a stop word with and without its apostrophe', () => {
  for (const { word } of wordsOf('Is it that you don’t, or didn’t?')) expect(stopWords).toContain(word);
});
