import { describe, expect, it } from 'vitest';
import { layOutPages } from '../../../src/reports/pdf/lay-out-pages.ts';
import type { PdfPage } from '../../../src/reports/pdf/pdf-page.ts';
import { prose } from '../../recordings/pdf/pages.ts';
import { lines, page, piece, wrap } from './made-up-pages.ts';

const linesOf = (pages: readonly PdfPage[]) => layOutPages(pages).lines.filter(({ text }) => text !== '');
const textsOf = (pages: readonly PdfPage[]) => linesOf(pages).map(({ text }) => text);
const paragraph = (number: number) => `${number}. ${prose(number, 4)}`;
const above = lines(wrap(paragraph(1), 90), 50, 100);

describe('boxes', () => {
  it('beside a paragraph do not part it, and are read after it', () => {
    const [narrow, wide] = [wrap(paragraph(2), 60).slice(0, 4), wrap(paragraph(2), 60).slice(4)];
    const rest = wrap(wide.join(' '), 90);
    const pieces = [
      ...above,
      ...lines(narrow, 50, 200),
      ...lines(rest, 50, 248),
      ...lines(['Nobody asked us', 'what we needed.'], 390, 205),
    ];
    const boxes = [{ x: 380, right: 500, y: 190, bottom: 230 }];
    expect(textsOf([page(1, pieces, { boxes })])).toEqual([
      paragraph(1),
      paragraph(2),
      'Nobody asked us what we needed.',
    ]);
  });

  it('at the top of a page stand behind the paragraph that goes on below them', () => {
    const [begun = '', ...rest] = wrap(
      '3. The plan was read by all the members of the Board and the Panel before they met.',
      60,
    );
    const first = [...lines(wrap(paragraph(1), 60), 50, 100), piece(begun, 50, 400)];
    const second = [
      ...lines(wrap('Key messages of this part are short. Read them before the rest.', 50), 60, 100),
      ...lines(rest, 50, 160),
      ...lines(wrap(paragraph(4), 60), 50, 200),
    ];
    const boxes = [{ x: 50, right: 350, y: 80, bottom: 130 }];
    expect(textsOf([page(1, first), page(2, second, { boxes })]).slice(1, 3)).toEqual([
      `${begun} ${rest.join(' ')}`,
      'Key messages of this part are short. Read them before the rest.',
    ]);
  });

  it('go on over the end of a page', () => {
    const [begun = '', ...rest] = wrap(
      '3. The plan was read by all the members of the Board and the Panel before they met.',
      60,
    );
    const first = [...above, ...lines(wrap(paragraph(2), 60), 60, 620), piece(begun, 60, 760)];
    const second = [
      ...lines(rest, 60, 100),
      ...lines(['Read the rest.'], 60, 124),
      ...lines(wrap(paragraph(4), 90), 50, 200),
    ];
    const pages = [
      page(1, first, { boxes: [{ x: 50, right: 370, y: 600, bottom: 770 }] }),
      page(2, second, { boxes: [{ x: 50, right: 370, y: 80, bottom: 130 }] }),
    ];
    expect(textsOf(pages)).toContain(`${begun} ${rest.join(' ')}`);
  });

  it('are told by the lines in them', () => {
    const pieces = [...above, ...lines(['A note on method', 'that takes two lines'], 60, 200)];
    const boxes = [{ x: 50, right: 350, y: 185, bottom: 220 }];
    expect(linesOf([page(1, pieces, { boxes })]).map(({ box }) => box !== undefined)).toEqual([false, true]);
  });

  it('are none where shapes stand side by side as cells do, cut through words or hold the whole page', () => {
    const pieces = [...above, ...lines(wrap(prose(5, 2), 90), 50, 200)];
    const cells = [
      { x: 40, right: 200, y: 190, bottom: 260 },
      { x: 200, right: 560, y: 190, bottom: 260 },
    ];
    const cutting = [{ x: 100, right: 200, y: 190, bottom: 260 }];
    const whole = [{ x: 0, right: 595, y: 0, bottom: 842 }];
    for (const boxes of [cells, cutting, whole])
      expect(linesOf([page(1, pieces, { boxes })]).some(({ box }) => box !== undefined)).toBe(false);
  });
});
