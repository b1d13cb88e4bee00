import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paragraphForms } from '../../src/paragraphs/paragraph.ts';
import { splitSentences } from '../../src/paragraphs/split-sentences.ts';

const cut = (text: string) =>
  splitSentences(text, 'numbered').map(({ start, end }) => text.slice(start, end));

describe('splitting a paragraph into units that can be quoted', () => {
  it('keeps abbreviations, initials and numbers inside their sentences', () => {
    expect(
      cut('Dr. Smith met J. K. Brown (see para. 4), e.g. on No. 5. It rose by 3.9% i.e. a little.'),
    ).toEqual(['Dr. Smith met J. K. Brown (see para. 4), e.g. on No. 5.', 'It rose by 3.9% i.e. a little.']);
  });

  it('ends a sentence before one that begins with a number', () => {
    expect(cut('This was so in 2010. 24% of them were late.')).toEqual([
      'This was so in 2010.',
      '24% of them were late.',
    ]);
  });

  it('takes quotation marks and brackets after the stop along', () => {
    expect(cut('She said ‘It is hard.’ However, they went on (as planned.) Then it ended.')).toEqual([
      'She said ‘It is hard.’',
      'However, they went on (as planned.)',
      'Then it ended.',
    ]);
  });

  it('makes each bullet a unit without its dash, and its sentences where it has several', () => {
    expect(cut('Do this:\nImmediately:\n- act now\n- plan well. Plans need care.')).toEqual([
      'Do this:',
      'Immediately:',
      'act now',
      'plan well.',
      'Plans need care.',
    ]);
  });

  it('leaves a table row whole', () => {
    const row = 'Overall. All of it\tGood';
    expect(splitSentences(row, 'table_row')).toEqual([{ start: 0, end: row.length }]);
  });

  it('gives trimmed spans that ascend, never overlap and lose no word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...paragraphForms), (text, form) => {
        const spans = splitSentences(text, form);
        let last = 0;
        for (const { start, end } of spans) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          last = end;
        }
        const words = (part: string) => part.match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? '';
        expect(words(spans.map(({ start, end }) => text.slice(start, end)).join(' '))).toBe(words(text));
      }),
    );
  });
});
