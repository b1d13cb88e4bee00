import { describe, expect, it } from 'vitest';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { readReport } from '../../src/reports/read-report.ts';

const read = (text: string) => readReport({ file: 'a.rst', bytes: new TextEncoder().encode(text) });
const printed = async (text: string) =>
  (await read(text)).lines.filter((line) => line.text !== '').map((line) => line.text);

describe('reading reStructuredText', () => {
  it('levels titles in the order in which their adornments come', async () => {
    const { lines } = await read(
      '=====\nPaper\n=====\n\nOne\n---\n\nTwo\n~~~\n\nThree\n-----\n\n----\n\nx\n',
    );
    const told = lines.filter((line) => line.text !== '' || line.rule);
    expect(told.map(({ text, headingLevel, rule }) => [text, headingLevel, rule])).toEqual([
      ['Paper', 1, false],
      ['One', 2, false],
      ['Two', 3, false],
      ['Three', 2, false],
      ['', null, true],
      ['x', null, false],
    ]);
  });

  it('takes inline mark-up off and leaves the words', async () => {
    const source =
      'An *old* **bold** ``code_x`` `link <http://a.b/c_d>`_ :ref:`words <target>` see_ 2*3*4 snake_case re\\ start |who|\n\n.. |who| replace:: the council\n';
    expect(await printed(source)).toEqual([
      'An old bold code_x link words see 2*3*4 snake_case restart the council',
    ]);
  });

  it('reads footnotes with their marks, numbered by hand or automatically', async () => {
    const source =
      '1. One. [#]_ Two.\n\n2. Three. [#]_\n\n.. [#] First note,\n   on two lines.\n.. [#] Second.\n';
    const split = await splitReport(await read(source));
    expect(split.paragraphs.map(({ form, number, text }) => [form, number, text])).toEqual([
      ['numbered', '1', 'One. Two.'],
      ['numbered', '2', 'Three.'],
      ['footnote', null, 'First note, on two lines.'],
      ['footnote', null, 'Second.'],
    ]);
  });

  it('leaves out comments, targets, images and contents, and keeps boxes and captions', async () => {
    const source =
      '.. a comment\n   over two lines\n\n.. _target:\n\n.. contents::\n   :depth: 2\n\n.. image:: a.png\n   :alt: no\n\n.. note:: Take\n   care.\n\n.. figure:: b.png\n   :alt: no\n\n   A caption.\n\n| Line one\n| Line two\n\n:Author: A. Clerk\n';
    expect((await printed(source)).map((text) => text.trim())).toEqual([
      ...['Take', 'care.', 'A caption.', 'Line one', 'Line two', 'Author: A. Clerk'],
    ]);
  });

  it('reads drawn tables and tables of lists as rows with their heads', async () => {
    const grid =
      '+------+-------+\n| Area | Grade |\n+======+=======+\n| A b  | Good  |\n| c    |       |\n+------+-------+\n';
    const simple = '====  =====\nArea  Grade\n====  =====\nA     Good\n====  =====\n';
    const list =
      '.. list-table:: Grades\n   :header-rows: 1\n\n   * - Area\n     - Grade\n   * - A\n     - Good\n';
    const { lines } = await read(`${grid}\n${simple}\n${list}`);
    expect(lines.filter((line) => line.text.includes('\t')).map(({ text, bold }) => [text, bold])).toEqual([
      ['Area\tGrade', true],
      ['A b c\tGood', false],
      ['Area\tGrade', true],
      ['A\tGood', false],
      ['Area\tGrade', true],
      ['A\tGood', false],
    ]);
  });

  it('counts items that are numbered automatically', async () => {
    expect(await printed('#. One\n#. Two\n')).toEqual(['1. One', '2. Two']);
  });
});
