import { expect, test } from 'vitest';
import { refuseAbsent } from '../../src/answer/refuse-absent.ts';
import type { Generation } from '../../src/index/generation.ts';
import { sampleReport } from '../index/sample-reports.ts';
import { openSmallGeneration } from '../index/small-generation.ts';

const first = sampleReport('first', ['The library lends books and maps.']);
const second = sampleReport('second', ['Zebras are kept in the park.']);
first.split.furniture.push('Contents Roads and bridges 9');
const generation: Generation = await openSmallGeneration([first, second]);

async function refused(question: string, reports = ['first', 'second']): Promise<string | null> {
  const scope = generation.reports.filter(({ id }) => reports.includes(id));
  return (await refuseAbsent(question, scope, generation))?.text ?? null;
}

test('what no report holds is said to be nowhere in the reports searched', async () => {
  expect(await refused('Is there any mention of ferrets?')).toContain(
    '“ferrets” nowhere in the text held of the 2 reports',
  );
});

test('what another report holds is said to be nowhere in the one searched, not nowhere', async () => {
  expect(await refused('Does it mention zebras?', ['first'])).toContain('of the report searched');
  expect(await refused('Does it mention zebras?')).toBeNull();
});

test('what only a contents list prints is not said to be nowhere', async () => {
  expect(await refused('Are bridges mentioned anywhere?')).toBeNull();
});

test('one of several things that is held is enough to go on', async () => {
  expect(await refused('Any mention of ferrets or maps?')).toBeNull();
});
