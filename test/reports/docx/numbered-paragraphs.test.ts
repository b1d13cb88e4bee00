import { describe, expect, it } from 'vitest';
import { readReport } from '../../../src/reports/read-report.ts';
import { numberedOf, splitDocx } from './read-docx-report.ts';
import { level, numbering, paragraph, run, style, table, writeDocx } from './write-docx.ts';

const styles = style('Title', 'Title') + style('H1', 'heading 1') + style('H2', 'heading 2');
const sentence = (about: string) => `The inspectors looked at ${about} and found that records were complete.`;
const plain = numbering(1, level(0, 'decimal', '%1.'));
const numbered = (words: string, place = 0) => paragraph(words, { list: 1, level: place });

describe('reports in Word files', () => {
  it('are read by their ending, and one that cannot be is named', async () => {
    const body = numbered(sentence('plans')) + numbered(sentence('visits'));
    const bytes = writeDocx({ body, styles, numbering: plain });
    const { id, lines } = await readReport({ file: 'ashby-2012.docx', bytes });
    expect(id).toBe('ashby-2012');
    expect(lines.map(({ text }) => text).filter(Boolean)).toEqual([
      `1. ${sentence('plans')}`,
      `2. ${sentence('visits')}`,
    ]);
    const broken = readReport({ file: 'ashby-2013.docx', bytes: bytes.slice(0, 200) });
    await expect(broken).rejects.toThrow(/^ashby-2013\.docx: /);
  });

  it('give typed and automatic numbers alike', async () => {
    const words = ['plans', 'visits', 'reviews', 'training', 'safety'].map(sentence);
    const heading = paragraph('Findings', { style: 'H1' }) + paragraph('Practice', { style: 'H1' });
    const automatic = writeDocx({
      body: heading + words.map((text) => numbered(text)).join(''),
      styles,
      numbering: plain,
    });
    const typed = writeDocx({
      body:
        heading +
        words
          .map((text, at) => paragraph(`<w:r><w:t>${at + 1}.</w:t><w:tab/><w:t>${text}</w:t></w:r>`))
          .join(''),
      styles,
    });
    const expected = words.map((text, at) => [String(at + 1), text]);
    expect(numberedOf(await splitDocx(automatic))).toEqual(expected);
    expect(numberedOf(await splitDocx(typed))).toEqual(expected);
  });

  it('give the paragraphs of a numbering by chapters below their headings', async () => {
    const levels = level(0, 'decimal', '%1', '<w:pStyle w:val="H1"/>') + level(1, 'decimal', '%1.%2');
    const chapter = (name: string, subjects: string[]) =>
      paragraph(name, { style: 'H1', list: 1, level: 0 }) +
      subjects.map((about) => numbered(sentence(about), 1)).join('');
    const body =
      paragraph('A report on homes', { style: 'Title' }) +
      chapter('Introduction', ['homes', 'schools']) +
      chapter('Fire safety', ['doors', 'alarms', 'stairs']);
    const split = await splitDocx(writeDocx({ body, styles, numbering: numbering(1, levels) }));
    expect(numberedOf(split).map(([number]) => number)).toEqual(['1.1', '1.2', '2.1', '2.2', '2.3']);
    expect(split.paragraphs.find(({ number }) => number === '2.2')?.heading).toEqual(['2 Fire safety']);
    expect(split.headings).toContain('2 Fire safety');
  });

  it('give numbers that begin anew below each heading', async () => {
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const lists = numbering(1, level(0, 'decimal', '%1.'), { 1: '', 2: again });
    const part = (name: string, list: number) =>
      paragraph(name, { style: 'H1' }) +
      ['plans', 'visits']
        .map((about) => paragraph(sentence(`${about} of ${name}`), { list, level: 0 }))
        .join('');
    const split = await splitDocx(
      writeDocx({ body: part('Strengths', 1) + part('Weaknesses', 2), styles, numbering: lists }),
    );
    expect(split.paragraphs.map(({ id }) => id)).toEqual([
      'strengths-1',
      'strengths-2',
      'weaknesses-1',
      'weaknesses-2',
    ]);
  });

  it('keep bullets, clauses and text set below a number with its paragraph', async () => {
    const levels =
      level(0, 'decimal', '%1.', '<w:pPr><w:ind w:left="720" w:hanging="720"/></w:pPr>') +
      level(1, 'lowerLetter', '(%2)');
    const bullets = numbering(2, level(0, 'bullet', 'o'));
    const body = [
      paragraph('Findings', { style: 'H1' }),
      numbered('The council should:'),
      paragraph('keep records', { list: 2, level: 0 }),
      paragraph('visit weekly.', { list: 2, level: 0 }),
      numbered('The board agreed that'),
      numbered('staff be trained; and', 1),
      numbered('homes be visited.', 1),
      paragraph('This was done within the year.', { more: '<w:ind w:left="720"/>' }),
      numbered(sentence('all of it')),
      paragraph('Conclusion', { style: 'H1' }),
      paragraph('Signed by the chair of the board.'),
    ].join('');
    const split = await splitDocx(writeDocx({ body, styles, numbering: numbering(1, levels) + bullets }));
    expect(numberedOf(split)).toEqual([
      ['1', 'The council should:\n- keep records\n- visit weekly.'],
      [
        '2',
        'The board agreed that\n(a) staff be trained; and\n(b) homes be visited.\nThis was done within the year.',
      ],
      ['3', sentence('all of it')],
    ]);
    expect(split.paragraphs.at(-1)).toMatchObject({
      form: 'text',
      text: 'Signed by the chair of the board.',
    });
  });

  it('keep a paragraph at the top of a page apart from the one above', async () => {
    const rendered = '<w:r><w:lastRenderedPageBreak/></w:r>';
    const body = [
      paragraph('Findings', { style: 'H1' }),
      paragraph('Practice', { style: 'H2' }),
      numbered(`${sentence('plans')} ${sentence('visits')}`),
      paragraph(rendered + run('Between the numbers stands a remark of the editors alone.')),
      numbered(sentence('reviews')),
    ].join('');
    const split = await splitDocx(writeDocx({ body, styles, numbering: plain }));
    expect(split.paragraphs.map(({ form, page }) => [form, page])).toEqual([
      ['numbered', 1],
      ['text', 2],
      ['numbered', 2],
    ]);
  });

  it('give rows their columns, and no row to the paragraph above', async () => {
    const body = [
      paragraph('Findings', { style: 'H1' }),
      numbered(sentence('plans')),
      table(
        [
          ['Area', 'Grade', 'By'],
          ['Leadership', 'Good', 'May'],
          ['Practice', 'Poor', 'June'],
        ],
        '<w:tblHeader/>',
      ),
      numbered(sentence('visits')),
    ].join('');
    const split = await splitDocx(writeDocx({ body, styles, numbering: plain }));
    expect(split.paragraphs.map(({ form, text, columns }) => [form, text, columns])).toEqual([
      ['numbered', sentence('plans'), null],
      ['table_row', 'Leadership\tGood\tMay', ['Area', 'Grade', 'By']],
      ['table_row', 'Practice\tPoor\tJune', ['Area', 'Grade', 'By']],
      ['numbered', sentence('visits'), null],
    ]);
  });

  const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
  const note = (id: number, ...words: string[]) =>
    `<w:footnote w:id="${id}">${words.map((text) => paragraph(text)).join('')}</w:footnote>`;
  const footnotes = `<w:footnote w:type="separator" w:id="-1">${paragraph('never')}</w:footnote>${note(2, 'See the Act.', 'And its schedule.')}${note(7, 'No full stop here')}`;

  it('keep footnotes apart, and take their marks off the words', async () => {
    const body = [
      paragraph('Findings', { style: 'H1' }),
      numbered(run('The law applies') + reference(2) + run(' to all homes that were visited.')),
      numbered(run('So does the code of practice.') + reference(7)),
    ].join('');
    const split = await splitDocx(writeDocx({ body, styles, numbering: plain, footnotes }));
    expect(numberedOf(split)).toEqual([
      ['1', 'The law applies to all homes that were visited.'],
      ['2', 'So does the code of practice.'],
    ]);
    expect(split.paragraphs.filter(({ form }) => form === 'footnote').map(({ text }) => text)).toEqual([
      'See the Act. And its schedule.',
      'No full stop here',
    ]);
    expect(split.marks).toEqual(['[1]', '[2]', '[1]', '[2]']);
  });

  it('never take numbers in brackets for marks of footnotes', async () => {
    const body = [
      paragraph('Findings', { style: 'H1' }),
      numbered(
        run('The judge said so at [1] of the judgment,') + reference(2) + run(' which was handed down.'),
      ),
      numbered(run('So does the code of practice.') + reference(7)),
    ].join('');
    const split = await splitDocx(writeDocx({ body, styles, numbering: plain, footnotes }));
    expect(numberedOf(split).map(([, text]) => text)).toEqual([
      'The judge said so at [1] of the judgment,¹ which was handed down.',
      'So does the code of practice.²',
    ]);
  });
});

describe('text that was pasted into Word line by line', () => {
  it('gives the paragraphs that empty ones part', async () => {
    const lines = [
      'Findings',
      '',
      '1. The inspectors looked at plans and at visits over',
      'the whole of the year and found that records were',
      'complete.',
      '',
      '2. The council had trained its staff, and the board',
      'had seen to it that homes were visited each week by',
      'somebody who knew them.',
      '',
      '3. Nothing else was found.',
    ];
    const split = await splitDocx(writeDocx({ body: lines.map((line) => paragraph(line)).join('') }));
    expect(numberedOf(split)).toEqual([
      ['1', lines.slice(2, 5).join(' ').slice(3)],
      ['2', lines.slice(6, 9).join(' ').slice(3)],
      ['3', 'Nothing else was found.'],
    ]);
  });
});
