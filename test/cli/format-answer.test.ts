import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatAnswer } from '../../src/cli/format-answer.ts';
import { formatHits } from '../../src/cli/format-hits.ts';
import { formatRecord } from '../../src/cli/format-record.ts';
import { textStyle } from '../../src/cli/text-style.ts';
import { wrapText } from '../../src/cli/wrap-text.ts';
import { record } from '../http/fake-pincite.ts';
import { sampleAnswer, sampleHit } from '../page/sample-answers.ts';
import { fakeTerminal } from './fake-terminal.ts';

const plain = fakeTerminal();
const layout = { width: 60, style: textStyle(plain.output, plain), baseUrl: 'https://x.test' };

test('lines fit the width unless a word does not, and no word is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,30}$/)),
      fc.integer({ min: 20, max: 90 }),
      (words, width) => {
        const wrapped = wrapText(words.join(' '), width, '  ');
        expect(wrapped.split(/\s+/).filter(Boolean)).toEqual(words);
        const tooLong = wrapped
          .split('\n')
          .filter((line) => line.length > width && line.trim().includes(' '));
        expect(tooLong.filter(() => width >= 22)).toEqual([]);
      },
    ),
  );
});

test('a quote that is wrapped keeps its lines, so bullets stay bullets', () => {
  expect(wrapText('- first of all\n- second', 40, '  ')).toBe('  - first of all\n  - second');
});

test('a citation, a hit and what is nearest say that their report was read with low confidence', () => {
  const caution = 'Read with low confidence.';
  const hit = { ...sampleHit, caution };
  const citations = sampleAnswer().citations.map((citation) => ({ ...citation, caution }));
  const text = formatAnswer(sampleAnswer({ citations, nearest: [hit] }), layout);
  expect(text.split(`    ${caution}\n`)).toHaveLength(citations.length + 2);
  expect(formatHits({ hits: [hit], total: 1 }, layout)).toContain(`    ${caution}\n`);
  expect(formatAnswer(sampleAnswer({ nearest: [sampleHit] }), layout)).not.toContain('confidence');
});

test('gaps, choices and what is nearest are shown where there are any', () => {
  const choices = [{ label: 'Alder 2013', question: 'How many in Alder?', filters: {} }];
  const text = formatAnswer(
    sampleAnswer({ gaps: ['the number of nurses'], choices, nearest: [sampleHit] }),
    layout,
  );
  expect(text).toContain('Not found in these reports: the number of nurses');
  expect(text).toContain('  - Alder 2013: How many in Alder?');
  expect(text).toContain(`Nearest to it:\n  ${sampleHit.label}`);
  expect(text).toContain('https://x.test/reports/alder-2013#para-1');
});

test('a hit and a citation say of what kind they are, and when that is only probable', () => {
  const origin = 'January 2013 · Overview · ';
  const hits = [{ ...sampleHit, kind: 'response', kind_confidence: 0.7 } as const];
  expect(formatHits({ hits, total: 1 }, layout)).toContain(`${origin}Probably a response or`);
  expect(formatAnswer(sampleAnswer(), layout)).toContain(`${origin}Finding ·`);
});

test('a follow-up shows the question that was searched for', () => {
  const searched = { reports: ['alder-2013'], paragraphs: 4, question: 'How many nurses does Alder have?' };
  const text = formatAnswer(sampleAnswer({ question: 'And nurses?', searched }), layout).replace(/\s+/g, ' ');
  expect(text).toContain('Searched for “How many nurses does Alder have?” 4 paragraphs of 1 report');
});

test('found words are set off on a terminal only, and never where NO_COLOR is set', () => {
  const found = { hits: [sampleHit], total: 7 };
  const on = (options: Parameters<typeof fakeTerminal>[0]) => {
    const terminal = fakeTerminal(options);
    return formatHits(found, { ...layout, style: textStyle(terminal.output, terminal) });
  };
  const [start, end] = sampleHit.highlights[0] ?? [0, 0];
  const word = sampleHit.text.slice(start, end);
  expect(on({ isTerminal: true })).toContain(`\u001b[1m${word}\u001b[0m`);
  for (const options of [{ isTerminal: false }, { isTerminal: true, colourAllowed: false }]) {
    expect(on(options)).not.toContain('\u001b');
  }
  expect(on({})).toContain('1 of 7 paragraphs.');
});

test('an explanation shows ranks, scores and why each sentence was taken or left', () => {
  const sentence = { start: 0, end: 9, score: 1.5, similarity: 0.9123, taken: true, why: 'the most direct' };
  const left = { ...sentence, start: 10, end: 20, similarity: null, taken: false, why: 'too far off' };
  const candidate = {
    ...{ report: 'alder-2013', paragraph: '1', score: 0.25, ranks: { keyword: 2, sentence: 1 } },
    sentences: [sentence, left],
  };
  const text = formatRecord({ ...record, candidates: [candidate] }, { ...layout, width: 100 });
  expect(text).toContain('1. alder-2013#1, score 0.2500 (ranks: keyword 2, sentence 1)');
  expect(text).toContain('taken 0–9: score 1.500, similarity 0.912; the most direct');
  expect(text).toContain('left 10–20: score 1.500; too far off');
  expect(text).toContain('Decision\n  answered');
  expect(text).toMatch(/Timings\n {2}reading {4}1\.0 ms/);
});
