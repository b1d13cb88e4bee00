import { describe, expect, it } from 'vitest';
import { printedLines } from './read-docx-report.ts';
import { level, numbering, paragraph, style } from './write-docx.ts';

const outline = level(0, 'decimal', '%1.') + level(1, 'decimal', '%1.%2') + level(2, 'lowerLetter', '(%3)');
const list = (words: string, use: number, place = 0) => paragraph(words, { list: use, level: place });

describe('automatic numbers of a Word file', () => {
  it('print with the counts of the levels above, and begin anew below each of them', () => {
    const body = [
      list('First', 1),
      list('a', 1, 1),
      list('b', 1, 1),
      list('deep', 1, 2),
      list('Second', 1),
      list('c', 1, 1),
      list('deep again', 1, 2),
    ];
    expect(printedLines({ body: body.join(''), numbering: numbering(1, outline) })).toEqual([
      '1. First',
      '1.1 a',
      '1.2 b',
      '(a) deep',
      '2. Second',
      '2.1 c',
      '(a) deep again',
    ]);
  });

  it('go on over bullets and plain paragraphs between', () => {
    const bullets = numbering(2, level(0, 'bullet', '\uF0B7'));
    const body = [list('One', 1), list('point', 2), paragraph('Plain words.'), list('Two', 1)].join('');
    expect(printedLines({ body, numbering: numbering(1, outline) + bullets })).toEqual([
      '1. One',
      '- point',
      'Plain words.',
      '2. Two',
    ]);
  });

  it('count on where two numberings share a definition, and begin anew where the second says from where', () => {
    const restart = (from: number) =>
      `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${from}"/></w:lvlOverride>`;
    const body = [
      list('a', 1),
      list('b', 1),
      list('goes on', 2),
      list('anew', 3),
      list('next', 3),
      list('old again', 1),
      list('at seven', 4),
    ].join('');
    const uses = { 1: '', 2: '', 3: restart(1), 4: restart(7) };
    expect(printedLines({ body, numbering: numbering(1, outline, uses) })).toEqual([
      '1. a',
      '2. b',
      '3. goes on',
      '1. anew',
      '2. next',
      '3. old again',
      '7. at seven',
    ]);
  });

  it('never begin anew where the level says so', () => {
    const levels =
      level(0, 'upperRoman', 'Part %1') + level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>');
    const body = [
      list('Facts', 1),
      list('a', 1, 1),
      list('b', 1, 1),
      list('Findings', 1),
      list('c', 1, 1),
    ].join('');
    expect(printedLines({ body, numbering: numbering(1, levels) })).toEqual([
      'Part I Facts',
      '1. a',
      '2. b',
      'Part II Findings',
      '3. c',
    ]);
  });

  it('begin anew only below the level that is named', () => {
    const levels =
      level(0, 'decimal', '%1.') +
      level(1, 'decimal', '%1.%2') +
      level(2, 'lowerRoman', '(%3)', '<w:lvlRestart w:val="1"/>');
    const body = [
      list('A', 1),
      list('b', 1, 1),
      list('x', 1, 2),
      list('c', 1, 1),
      list('y', 1, 2),
      list('B', 1),
      list('d', 1, 1),
      list('z', 1, 2),
    ];
    const lines = printedLines({ body: body.join(''), numbering: numbering(1, levels) });
    expect(lines.filter((line) => line.startsWith('('))).toEqual(['(i) x', '(ii) y', '(i) z']);
  });

  it.each([
    ['upperLetter', 28, 'BB.'],
    ['lowerLetter', 3, 'c.'],
    ['upperRoman', 14, 'XIV.'],
    ['lowerRoman', 9, 'ix.'],
    ['decimalZero', 7, '07.'],
    ['ordinal', 22, '22nd.'],
    ['cardinalText', 21, 'Twenty-one.'],
    ['ordinalText', 3, 'Third.'],
    ['none', 5, '.'],
  ])('print %s as Word does', (format, start, label) => {
    const levels = level(0, format, '%1.').replace('w:start w:val="1"', `w:start w:val="${start}"`);
    expect(printedLines({ body: list('words', 1), numbering: numbering(1, levels) })).toEqual([
      `${label} words`,
    ]);
  });

  it('print the levels above in digits where the level says so', () => {
    const levels = level(0, 'upperRoman', 'Article %1') + level(1, 'decimal', '%1.%2', '<w:isLgl/>');
    const body = list('Scope', 1) + list('words', 1, 1);
    expect(printedLines({ body, numbering: numbering(1, levels) })).toEqual(['Article I Scope', '1.1 words']);
  });

  it('take a level that a numbering replaces, and the start that it states', () => {
    const uses = {
      1: '',
      2: `<w:lvlOverride w:ilvl="0">${level(0, 'upperLetter', 'Annex %1')}</w:lvlOverride>`,
    };
    const body = list('body', 1) + list('Tables', 2);
    expect(printedLines({ body, numbering: numbering(1, outline, uses) })).toEqual([
      '1. body',
      'Annex B Tables',
    ]);
  });

  it('count from zero-padded samples', () => {
    const sample =
      '<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1"/></w:lvl>';
    const body = list('nine', 1) + list('ten', 1);
    expect(printedLines({ body, numbering: numbering(1, sample) })).toEqual(['009 nine', '010 ten']);
  });

  it('come from styles, from what styles are based on, and from the level that names the style', () => {
    const levels =
      level(0, 'decimal', '%1', '<w:pStyle w:val="Chapter"/>') +
      level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Clause"/>');
    const numbered = (place: number) =>
      `<w:pPr><w:numPr><w:ilvl w:val="${place}"/><w:numId w:val="1"/></w:numPr></w:pPr>`;
    const styles = [
      style('Chapter', 'Chapter', numbered(0)),
      style('Clause', 'Clause', `<w:basedOn w:val="Chapter"/>${numbered(1)}`),
      style('Quiet', 'Quiet clause', '<w:basedOn w:val="Clause"/>'),
      style(
        'Off',
        'Unnumbered',
        '<w:basedOn w:val="Clause"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>',
      ),
    ].join('');
    const body = [
      paragraph('Scope', { style: 'Chapter' }),
      paragraph('one', { style: 'Clause' }),
      paragraph('two', { style: 'Quiet' }),
      paragraph('plain', { style: 'Off' }),
      paragraph('taken off', { style: 'Clause', list: 0 }),
      paragraph('three', { style: 'Clause' }),
    ].join('');
    expect(printedLines({ body, styles, numbering: numbering(1, levels) })).toEqual([
      '1 Scope',
      '1.1 one',
      '1.2 two',
      'plain',
      'taken off',
      '1.3 three',
    ]);
  });

  it('come on the level that names the style, where the style states none', () => {
    const levels = level(0, 'decimal', '%1') + level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Clause"/>');
    const styles = style('Clause', 'Clause', '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>');
    const body = list('Scope', 1) + paragraph('one', { style: 'Clause' });
    expect(printedLines({ body, styles, numbering: numbering(1, levels) })).toEqual(['1 Scope', '1.1 one']);
  });

  it('do not begin anew on the way up from a level that has just begun anew', () => {
    const restart = (place: number) =>
      `<w:lvlOverride w:ilvl="${place}"><w:startOverride w:val="1"/></w:lvlOverride>`;
    const body = [list('a', 1), list('b', 1), list('c', 1, 1), list('d', 2, 1), list('e', 2)].join('');
    const uses = { 1: '', 2: restart(0) + restart(1) };
    expect(printedLines({ body, numbering: numbering(1, outline, uses) })).toEqual([
      '1. a',
      '2. b',
      '2.1 c',
      '2.1 d',
      '3. e',
    ]);
  });

  it('come from a list style that a definition names', () => {
    const linked = '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="House"/></w:abstractNum>';
    const uses = '<w:num w:numId="5"><w:abstractNumId w:val="5"/></w:num>';
    const styles =
      '<w:style w:type="numbering" w:styleId="House"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    const body = list('one', 1) + list('two', 5);
    expect(printedLines({ body, styles, numbering: numbering(1, outline) + linked + uses })).toEqual([
      '1. one',
      '2. two',
    ]);
  });

  it('show the start of a level above that has not begun', () => {
    expect(printedLines({ body: list('words', 1, 1), numbering: numbering(1, outline) })).toEqual([
      '1.1 words',
    ]);
  });

  it('count empty paragraphs, and none that are deleted or hidden', () => {
    const deleted =
      '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>';
    const hidden =
      '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>';
    const cut = list('cut ', 1).replace('</w:pPr>', '<w:rPr><w:del/></w:rPr></w:pPr>') + list('short', 1);
    const empty = '<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:p>';
    const body = list('one', 1) + deleted + hidden + empty + cut;
    expect(printedLines({ body, numbering: numbering(1, outline) })).toEqual([
      '1. one',
      '2.',
      '3. cut short',
    ]);
  });
});
