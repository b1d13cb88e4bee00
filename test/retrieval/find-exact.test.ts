import { beforeAll, expect, test } from 'vitest';
import type { Generation } from '../../src/index/generation.ts';
import { findExact } from '../../src/retrieval/find-exact.ts';
import type { Filters } from '../../src/retrieval/passage.ts';
import { sampleReport } from '../index/sample-reports.ts';
import { openSmallGeneration } from '../index/small-generation.ts';

let generation: Generation;

beforeAll(async () => {
  generation = await openSmallGeneration([
    sampleReport('Ambridge', [
      'The council’s plan was – in the main – sound.',
      'Social\nworkers visit often. Social workers care, and co-workers too.',
      'A planned visit is no plan. 😀 The “café” has a plan.',
    ]),
    sampleReport('Borchester', ['Social  workers visit.', 'Nothing of the sort.'], { kind: 'response' }),
  ]);
});

async function find(wording: string, { reports, ...filters }: Filters = {}): Promise<string[]> {
  const scope = generation.reports.filter(({ id }) => !reports || reports.includes(id));
  const hits = await findExact({ generation, wording, scope, filters });
  return hits.flatMap(({ paragraph, spans }) =>
    spans.map(({ start, end }) => `${paragraph.label}: ${paragraph.text.slice(start, end)}`),
  );
}

test('capitals, kinds of quotation marks and dashes, and line breaks make no difference', async () => {
  expect(await find("THE COUNCIL'S plan was - in the main")).toEqual([
    'Ambridge, para 1: The council’s plan was – in the main',
  ]);
  expect(await find('"Café"')).toEqual(['Ambridge, para 3: “café”']);
});

test('every place is given, in corpus order, with its own words', async () => {
  expect(await find('social workers')).toEqual([
    'Ambridge, para 2: Social\nworkers',
    'Ambridge, para 2: Social workers',
    'Borchester, para 1: Social  workers',
  ]);
});

test('a wording begins and ends at the ends of words', async () => {
  expect(await find('plan')).toEqual([
    'Ambridge, para 1: plan',
    'Ambridge, para 3: plan',
    'Ambridge, para 3: plan',
  ]);
});

test('places after characters of two code units are still right', async () => {
  expect(await find('has a plan')).toEqual(['Ambridge, para 3: has a plan']);
});

test('words that stand in a paragraph but not in that order are not found', async () => {
  expect(await find('visit social workers')).toEqual([]);
  expect(await find('unheard of')).toEqual([]);
  expect(await find('“”')).toEqual([]);
});

test('reports, kind and form narrow the search', async () => {
  expect(await find('social workers', { reports: ['Borchester'] })).toEqual([
    'Borchester, para 1: Social  workers',
  ]);
  expect(await find('social workers', { kind: 'response' })).toHaveLength(1);
  expect(await find('social workers', { form: 'footnote' })).toEqual([]);
  expect(await find('social workers', { reports: [] })).toEqual([]);
});
