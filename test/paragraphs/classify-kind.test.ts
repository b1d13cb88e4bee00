import { describe, expect, it } from 'vitest';
import { classifyKind } from '../../src/paragraphs/classify-kind.ts';
import type { Classified, KindSource } from '../../src/paragraphs/kind-signal.ts';
import { measureKinds } from './labelled-kinds/measure-kinds.ts';
import { readLabelled } from './labelled-kinds/read-labelled.ts';

const inspection = { title: 'Inspection of the harbour', documentKind: 'inspection report' };

function classify(paragraph: Partial<Classified>, source: KindSource = inspection) {
  const usual: Classified = {
    ...{ form: 'numbered', number: '4', heading: [], text: '', columns: null, listed: false },
  };
  return classifyKind({ ...usual, ...paragraph }, source);
}

describe.each(['seen', 'unseen'] as const)('the %s labelled paragraphs', (set) => {
  it('get the kind that a reader gave them, for every kind', async () => {
    const { right, kinds } = measureKinds(await readLabelled(set));
    expect(right).toBeGreaterThanOrEqual(0.84);
    for (const kind of ['finding', 'recommendation', 'judgement', 'response', 'background'] as const) {
      expect(kinds[kind].precision, `precision of ${kind}`).toBeGreaterThanOrEqual(0.75);
      expect(kinds[kind].recall, `recall of ${kind}`).toBeGreaterThanOrEqual(0.7);
    }
  });

  it('are right about as often as the confidence says', async () => {
    const { confident } = measureKinds(await readLabelled(set));
    for (const { from, right } of confident) expect(right, `from ${from}`).toBeGreaterThanOrEqual(from);
    expect(confident.find(({ from }) => from === 0.8)?.right).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the kind of a paragraph', () => {
  it('follows the heading of a list of recommendations, but not below the list', () => {
    const heading = ['Recommendations'];
    const entry = { heading, text: 'Repair the cranes and tell the crews when they are back in use.' };
    expect(classify(entry)).toMatchObject({ kind: 'recommendation' });
    const signature = { heading, form: 'text', number: null, text: 'Ada Quayle, Director of Ports' } as const;
    expect(classify(signature)).toMatchObject({ kind: 'unclassified' });
  });

  it('is a response below the same heading where the words answer', () => {
    const text = 'In response to the inspection, we have already started to repair the cranes.';
    expect(classify({ heading: ['Recommendations'], form: 'text', number: null, text })).toMatchObject({
      kind: 'response',
    });
  });

  it('comes from the heads of a table as much as from the cells', () => {
    const row = { form: 'table_row', number: null } as const;
    expect(classify({ ...row, text: 'Safety\tGood', columns: ['Area', 'Grade'] })).toMatchObject({
      kind: 'judgement',
    });
    const action = 'Repair both cranes\tHarbour master\tMay 2014';
    expect(classify({ ...row, text: action, columns: ['Action', 'Owner', 'By when'] })).toMatchObject({
      kind: 'response',
    });
    expect(classify({ ...row, text: 'Good\tA service that exceeds the minimum' })).toMatchObject({
      kind: 'background',
    });
  });

  it('of what a code of practice says should be done is no recommendation', () => {
    const code = { title: 'Code of practice on moorings', documentKind: null };
    const text = 'The harbour master should tell every crew where it must moor.';
    expect(classify({ text })).toMatchObject({ kind: 'recommendation' });
    expect(classify({ text }, { ...inspection, ...code }).kind).not.toBe('recommendation');
  });

  it('is none for footnotes and the title block, whatever they say', () => {
    for (const form of ['footnote', 'title'] as const) {
      const text = 'We recommend that the cranes are repaired.';
      expect(classify({ form, text })).toEqual({ kind: 'unclassified', kindConfidence: 0 });
    }
  });

  it('is said with more confidence the more speaks for it', () => {
    const text = 'The harbour master should repair the cranes.';
    const alone = classify({ text });
    const headed = classify({ text, heading: ['Areas for improvement'] });
    expect(headed.kindConfidence).toBeGreaterThan(alone.kindConfidence);
    expect(headed.kindConfidence).toBeLessThanOrEqual(1);
    expect(Math.round(100 * alone.kindConfidence)).toBeCloseTo(100 * alone.kindConfidence, 9);
  });
});
