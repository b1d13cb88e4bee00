import { expect, it } from 'vitest';
import { extractPages } from '../../src/adapters/pdf-pages.ts';
import { rawPdf, textPage } from './pdf-raw.ts';

const boxesOf = async (drawn: string) => {
  const { pages } = await extractPages(rawPdf([`${drawn} ${textPage(['A line of text'])}`]), { maxPages: 1 });
  return pages[0]?.boxes;
};
const box = { x: 100, right: 300, y: 142, bottom: 242 };

it('boxes are found from the top left of the page, shaded or with a line around them', async () => {
  expect(await boxesOf('q .9 g 100 600 200 100 re f Q')).toEqual([box]);
  expect(await boxesOf('100 600 200 100 re S')).toEqual([box]);
});

it('white grounds, clipped parts, rules and dots are no boxes', async () => {
  const drawn = [
    '1 g 100 600 200 100 re f',
    '100 600 200 100 re W n',
    '100 600 200 1 re f',
    '100 600 5 5 re f',
  ];
  for (const shape of drawn) expect(await boxesOf(`q ${shape} Q`)).toEqual([]);
});
