import { describe, expect, it } from 'vitest';
import { layOutPages } from '../../../src/reports/pdf/lay-out-pages.ts';
import type { PdfPage } from '../../../src/reports/pdf/pdf-page.ts';
import { prose } from '../../recordings/pdf/pages.ts';
import { lines, page, piece, wrap } from './made-up-pages.ts';

const textsOf = (pages: readonly PdfPage[]) =>
  layOutPages(pages)
    .lines.map(({ text }) => text)
    .filter((text) => text !== '');
const furnitureOf = (pages: readonly PdfPage[]) => layOutPages(pages).notes.furniture.map(({ text }) => text);

const paragraph = (number: number, sentences = 4) => `${number}. ${prose(number, sentences)}`;

/** Paragraphs below each other on one page, with a gap between them. */
function column(texts: readonly string[], place: { x: number; characters: number; y?: number }) {
  let y = place.y ?? 100;
  return texts.flatMap((text) => {
    const wrapped = lines(wrap(text, place.characters), place.x, y);
    y += wrapped.length * 12 + 10;
    return wrapped;
  });
}

describe('columns', () => {
  const left = [paragraph(1), paragraph(2), paragraph(3)];
  const right = [paragraph(4), paragraph(5), paragraph(6)];

  it('are read one after the other', () => {
    const pieces = [...column(left, { x: 50, characters: 45 }), ...column(right, { x: 310, characters: 45 })];
    expect(textsOf([page(1, pieces)])).toEqual([...left, ...right]);
  });

  it('are read above and below a line across in turn', () => {
    const across = piece('A heading that runs across both of the columns of this page and says so', 50, 380);
    const pieces = [
      ...column([left[0] ?? ''], { x: 50, characters: 45 }),
      ...column([right[0] ?? ''], { x: 310, characters: 45 }),
      across,
      ...column([left[1] ?? ''], { x: 50, characters: 45, y: 420 }),
      ...column([right[1] ?? ''], { x: 310, characters: 45, y: 420 }),
    ];
    expect(textsOf([page(1, pieces)])).toEqual([left[0], right[0], across.text, left[1], right[1]]);
  });

  it('are no columns where they are the cells of a table', () => {
    const rows = Array.from({ length: 6 }, (_, at) => {
      const y = 100 + at * 80;
      return [...lines(wrap(prose(at, 1), 40), 50, y), ...lines(wrap(prose(at + 9, 1), 40), 310, y)];
    });
    expect(textsOf([page(1, rows.flat())])).toEqual(
      Array.from({ length: 6 }, (_, at) => `${prose(at, 1)}\t${prose(at + 9, 1)}`),
    );
  });
});

describe('running heads and feet', () => {
  const body = (number: number, top = 100) =>
    column([paragraph(number), paragraph(number + 1)], { x: 50, characters: 95, y: top });
  const pages = (head: (at: number) => string) =>
    [1, 2, 3, 4].map((number) => page(number, [piece(head(number), 50, 40), ...body(number * 2)]));

  it('are left out when they come again at the same height', () => {
    expect(furnitureOf(pages(() => 'Annual review'))).toHaveLength(4);
  });

  it('are left out when their numbers count the pages, and kept when they count something else', () => {
    expect(furnitureOf(pages((at) => `Review | ${at + 10}`))).toHaveLength(4);
    expect(furnitureOf(pages((at) => `Recommendation ${at * 3}`))).toEqual([]);
  });

  it('keep a heading that comes again in larger type, and the first line of the text', () => {
    const headed = [1, 2, 3, 4].map((number) =>
      page(number, [piece('Findings', 50, 60, { size: 14 }), ...body(number * 2)]),
    );
    expect(furnitureOf(headed)).toEqual([]);
  });

  it('are left out even once where the file says that they are no part of the text', () => {
    const once = page(1, [piece('Printed on Monday', 50, 810, { artifact: true }), ...body(1)]);
    expect(furnitureOf([once])).toEqual(['Printed on Monday']);
  });

  it('name words that run across the page another way', () => {
    expect(furnitureOf([page(1, body(1), { aside: ['DRAFT'] })])).toEqual(['DRAFT']);
  });
});

describe('paragraphs', () => {
  it('begin at an indent where no gap parts them', () => {
    const texts = [prose(1, 3), prose(2, 3), prose(3, 3)];
    let y = 100;
    const pieces = texts.flatMap((text) => {
      const [first = '', ...rest] = wrap(text, 90);
      const set = [piece(first, 65, y), ...lines(rest, 50, y + 12)];
      y += 12 * set.length;
      return set;
    });
    expect(textsOf([page(1, pieces)])).toEqual(texts);
  });

  it('with hanging numbers stay whole', () => {
    const texts = [prose(4, 3), prose(5, 3)];
    let y = 100;
    const pieces = texts.flatMap((text, at) => {
      const set = [piece(`${at + 1}.`, 50, y), ...lines(wrap(text, 85), 80, y)];
      y += 12 * (set.length - 1);
      return set;
    });
    expect(textsOf([page(1, pieces)])).toEqual(texts.map((text, at) => `${at + 1}. ${text}`));
  });

  it('go on over the end of a page where their last line is full and their sentence open', () => {
    const [first = '', ...rest] = wrap(
      '3. The plan was read by all the members of the Board and the Panel before they met.',
      60,
    );
    const above = column([paragraph(1), paragraph(2)], { x: 50, characters: 60 });
    const pages = [page(1, [...above, piece(first, 50, 700)]), page(2, lines(rest, 50, 100))];
    expect(rest[0]).toMatch(/^Panel/);
    expect(textsOf(pages).at(-1)).toBe(`${first} ${rest.join(' ')}`);
  });

  it('get their bullets back where these are drawn', () => {
    const pieces = lines(['We ask the council to do this:', 'write it down', 'read it again'], 50, 100, 20);
    const dots = [120, 140].map((y) => ({ x: 40, y: y - 4 }));
    expect(textsOf([page(1, pieces, { dots })])).toEqual([
      'We ask the council to do this:',
      '• write it down',
      '• read it again',
    ]);
  });

  it('do not swallow a number at the start of a line in the middle of a sentence', () => {
    const text =
      '7. The council said that all of those who had been asked to come to the meeting in the spring of 2012 were there.';
    expect(textsOf([page(1, lines(wrap(text, 96), 50, 100))])).toEqual([text]);
  });

  it('do not begin with a year at the start of a line that is stretched to its edge', () => {
    const first = 'The plan that the Board had asked for was read by its members in May';
    const words = ['2012', 'by', 'every', 'one', 'of', 'the', 'members', 'who', 'met'];
    let x = 50;
    const stretched = words.map((word) => {
      const set = piece(word, x, 112);
      x += set.width + 14;
      return set;
    });
    const pieces = [piece(first, 50, 100), ...stretched, piece('to agree it.', 50, 124)];
    expect(textsOf([page(1, pieces)])).toEqual([`${first} ${words.join(' ')} to agree it.`]);
  });

  it('show a number in the margin apart from a year with which their text begins', () => {
    const pieces = [
      piece('22', 50, 100),
      ...lines(wrap('2009 saw a change in how records were kept.', 90), 80, 100),
    ];
    expect(textsOf([page(1, pieces)])).toEqual(['22   2009 saw a change in how records were kept.']);
  });
});

describe('the structure of a tagged file', () => {
  const tag = (block: string) => ({ block, role: 'text', level: null, bullet: false, cell: null }) as const;

  it('parts paragraphs that nothing else parts', () => {
    const [first = '', second = ''] = [
      'A line that stands alone and says little',
      'Another one of the same sort and length',
    ];
    const pieces = [piece(first, 50, 100, { tag: tag('a') }), piece(second, 50, 112, { tag: tag('b') })];
    expect(textsOf([page(1, pieces)])).toEqual([first, second]);
  });

  it('is not believed when it cuts sentences', () => {
    const pieces = lines(wrap(prose(1, 6), 90), 50, 100).map((line, at) => ({
      ...line,
      tag: tag(String(at)),
    }));
    expect(textsOf([page(1, pieces)])).toEqual([prose(1, 6)]);
  });
});
