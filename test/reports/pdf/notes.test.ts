import { expect, it } from 'vitest';
import { layOutPages } from '../../../src/reports/pdf/lay-out-pages.ts';
import type { PdfPage, Piece } from '../../../src/reports/pdf/pdf-page.ts';
import { prose } from '../../recordings/pdf/pages.ts';
import { characterWidth, lines, page, piece, wrap } from './made-up-pages.ts';

const textsOf = (pages: readonly PdfPage[]) =>
  layOutPages(pages)
    .lines.map(({ text }) => text)
    .filter((text) => text !== '');

const whole = '7. The plan was read by all the members of the Board and the Panel before they met.';
const [begun = '', ...rest] = wrap(whole, 60);

/** A paragraph whose last word has a raised mark. */
function marked(number: number, mark: string, y: number): Piece[] {
  const set = lines(wrap(`${number}. ${prose(number, 3)}`, 60), 50, y);
  const last = set.at(-1) as Piece;
  const x = last.x + last.text.length * characterWidth;
  return [...set, piece(mark, x, last.y - 4, { size: 6, width: 6 })];
}

const small = (text: string, y: number) => piece(text, 50, y, { size: 8, width: text.length * 4 });
const above = (marks: readonly string[]) => marks.flatMap((mark, at) => marked(at + 1, mark, 100 + at * 130));
const below = [...lines(rest, 50, 100), ...lines(wrap(prose(8, 9), 60), 50, 200)];

it('notes at the end of a page, whose numbers are set like their text, are told by raised marks and stand behind the paragraph that goes on over the page', () => {
  const first = [
    ...above(['4', '5']),
    piece(begun, 50, 400),
    small('4 2012 No. 1631.', 720),
    small('5 Ibid., page 3.', 732),
  ];
  const texts = textsOf([page(1, first), page(2, below)]);
  expect(texts.slice(2, 5)).toEqual([whole, '⁴ 2012 No. 1631.', '⁵ Ibid., page 3.']);
});

it('a note goes on in the small print at the end of the next page', () => {
  const first = [...above(['4']), piece(begun, 50, 400), small('4 The record of the meeting that was', 732)];
  const second = [...below, small('kept by the clerk to the Board.', 732)];
  const texts = textsOf([page(1, first), page(2, second)]);
  expect(texts).toContain('⁴ The record of the meeting that was kept by the clerk to the Board.');
});

it('small print that begins with numbers which no mark in the text has stays as printed', () => {
  const pieces = [...above(['4']), small('1 Lower Quay', 720), small('2 Mill Lane', 732)];
  expect(textsOf([page(1, pieces)]).slice(-2)).toEqual(['1 Lower Quay', '2 Mill Lane']);
});
