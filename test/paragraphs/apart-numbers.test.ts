import { expect, it } from 'vitest';
import { prose } from '../recordings/pdf/pages.ts';
import { readAndSplit } from './read-and-split.ts';

async function numbersOf(third: string) {
  const texts = [1, 2, 3, 4, 5].map((at) => (at === 3 ? third : `${at} ${prose(at, 2)}`));
  const { paragraphs } = await readAndSplit(texts.join('\n\n'));
  return paragraphs.flatMap(({ number }) => number ?? []);
}

it('a number that a wide gap parts from a sentence beginning with a year counts; one blank and rows of figures say nothing', async () => {
  const sentence =
    '2009 saw a change in how the records were kept, and the figures should be read with care.';
  expect(await numbersOf(`3   ${sentence}`)).toContain('3');
  expect(await numbersOf(`3 ${sentence}`)).not.toContain('3');
  expect(await numbersOf('3   2009 and before   17   21')).not.toContain('3');
});
