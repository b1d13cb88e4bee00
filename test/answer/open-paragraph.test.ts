import { beforeAll, expect, test } from 'vitest';
import { openLabelled, openParagraph } from '../../src/answer/open-paragraph.ts';
import type { Generation } from '../../src/index/generation.ts';
import { sampleReport } from '../index/sample-reports.ts';
import { openSmallGeneration } from '../index/small-generation.ts';

let generation: Generation;

beforeAll(async () => {
  const towns = Array.from({ length: 14 }, (_, n) => sampleReport(`Town${n}`, ['First.']));
  generation = await openSmallGeneration([
    sampleReport('Ambridge', ['One.', 'Two. And more.', 'Three.', 'Four.']),
    sampleReport('Borchester', ['One.', 'Two.', 'Three.']),
    sampleReport('Felpersham', ['One.', 'Two.']),
    ...towns,
  ]);
});

const scopeOf = (...ids: string[]) => generation.reports.filter(({ id }) => ids.includes(id));

test('up to three paragraphs of a number are opened whole, report by report', async () => {
  const outcome = await openParagraph('2', generation.reports, generation);
  expect(outcome).toMatchObject({ status: 'answered' });
  expect(outcome?.quoted.map(({ paragraph, start, end }) => paragraph.text.slice(start, end))).toEqual([
    'Two. And more.',
    'Two.',
    'Two.',
  ]);
});

test('beyond three the asker chooses, and each choice opens its own paragraph', async () => {
  const outcome = await openParagraph('1', generation.reports.slice(0, 5), generation);
  expect(outcome).toMatchObject({ status: 'clarify', quoted: [] });
  expect(outcome?.decision).toMatch(/^5 paragraphs .* numbered 1\. Which one/);
  for (const { question, filters } of outcome?.choices ?? []) {
    const chosen = await openLabelled(question, scopeOf(...(filters.reports ?? [])), generation);
    expect(chosen?.quoted[0]?.paragraph).toMatchObject({ label: question, number: '1' });
  }
});

test('no more choices are offered than can be read, and no count is made up', async () => {
  const outcome = await openParagraph('1', generation.reports, generation);
  expect(outcome?.choices).toHaveLength(12);
  expect(outcome?.decision).toMatch(/^More than 12 paragraphs/);
});

test('a number that no report in scope prints opens nothing', async () => {
  expect(await openParagraph('4', scopeOf('Borchester'), generation)).toBeNull();
  expect(await openParagraph('4', [], generation)).toBeNull();
});

test('a label opens its paragraph whatever its capitals, and only the whole label does', async () => {
  const open = (question: string) => openLabelled(question, generation.reports, generation);
  expect((await open('AMBRIDGE, para 3'))?.quoted[0]?.paragraph).toMatchObject({
    report: 'Ambridge',
    id: '3',
  });
  expect(await open('What does Ambridge, para 3')).toBeNull();
  expect(await open('Ambridge, para three')).toBeNull();
});
