import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/reports/docx/read-docx.ts';
import { printedLines } from './read-docx-report.ts';
import { level, numbering, paragraph, run, style, table, writeDocx } from './write-docx.ts';

const rows = (body: string) => readDocx(writeDocx({ body })).filter((line) => line.text !== '');

describe('the words of a Word file', () => {
  it('keep inserted and moved words, and lose deleted and moved-away ones', () => {
    const body = paragraph(
      `${run('The board ')}<w:del><w:r><w:delText>will</w:delText></w:r></w:del><w:ins>${run('shall')}</w:ins><w:moveFrom>${run(' soon')}</w:moveFrom><w:moveTo>${run(' meet')}</w:moveTo>${run('.')}`,
    );
    expect(printedLines({ body })).toEqual(['The board shall meet.']);
  });

  it('run on into the next paragraph where the end of one is deleted', () => {
    const body =
      paragraph('The first half ', { more: '<w:rPr><w:del/></w:rPr>' }) + paragraph('and the second.');
    expect(printedLines({ body })).toEqual(['The first half and the second.']);
  });

  it('keep their place before a table where the end of the paragraph above it is deleted', () => {
    const body = paragraph('Above.', { more: '<w:rPr><w:del/></w:rPr>' }) + table([['Left', 'Right']]);
    expect(printedLines({ body: body + paragraph('Below.') })).toEqual(['Above.', 'Left\tRight', 'Below.']);
  });

  it('leave out hidden words, by themselves or by a style, and what hidden paragraphs hold', () => {
    const styles = `<w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style>`;
    const body = paragraph(
      run('Seen') +
        run(' unseen', '<w:vanish/>') +
        run(' ghost', '<w:rStyle w:val="Ghost"/>') +
        run(' shown', '<w:rStyle w:val="Ghost"/><w:vanish w:val="0"/>'),
    );
    expect(printedLines({ body, styles })).toEqual(['Seen shown']);
  });

  it('show what fields show and never their instructions', () => {
    const mark = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const instruction = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`;
    const nested = `${mark('begin')}${instruction('IF ')}${mark('begin')}${instruction('REF x')}${mark('separate')}${run('inner')}${mark('end')}${mark('separate')}`;
    const body = paragraph(`${run('See ')}${nested}${run('paragraph 4')}${mark('end')}${run(' above.')}`);
    const simple = paragraph(`<w:fldSimple w:instr="DATE">${run('1 May 2024')}</w:fldSimple>`);
    expect(printedLines({ body: body + simple })).toEqual(['See paragraph 4 above.', '1 May 2024']);
  });

  it('go on below a field that is never closed', () => {
    const body = paragraph('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF</w:instrText></w:r>');
    expect(printedLines({ body: body + paragraph('Words.') })).toEqual(['Words.']);
  });

  it('take hyphens and signs as they are printed', () => {
    const body = paragraph(
      '<w:r><w:t>multi</w:t><w:noBreakHyphen/><w:t>agen</w:t><w:softHyphen/><w:t>cy co\u00ADoperation </w:t></w:r><w:r><w:t xml:space="preserve"> &amp; more </w:t><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    );
    expect(printedLines({ body })).toEqual(['multi-agency cooperation & more ✓']);
  });

  it('raise digits that are printed raised', () => {
    const body = paragraph(
      run('An area of 40 m') + run('2', '<w:vertAlign w:val="superscript"/>') + run('.'),
    );
    expect(printedLines({ body })).toEqual(['An area of 40 m².']);
  });

  it('follow links, content controls and simple wrappers', () => {
    const body = `<w:sdt><w:sdtPr><w:alias w:val="Title"/></w:sdtPr><w:sdtContent>${paragraph(
      `<w:hyperlink w:anchor="x">${run('A link')}</w:hyperlink><w:smartTag>${run(' and a tag')}</w:smartTag>`,
    )}</w:sdtContent></w:sdt>`;
    expect(printedLines({ body })).toEqual(['A link and a tag']);
  });

  it('read a text box once, below the paragraph that holds it', () => {
    const box = (words: string) => `<w:txbxContent>${paragraph(words)}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box('In the box.')}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('In the box.')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(printedLines({ body: paragraph(run('Beside it.') + drawing) })).toEqual([
      'Beside it.',
      'In the box.',
    ]);
  });

  it('keep the lines of a paragraph apart, but not where a break only shapes one', () => {
    const body = paragraph(
      '<w:r><w:t>County Hall</w:t><w:br/><w:t>Market Place</w:t><w:br/><w:t>near the river</w:t></w:r>',
    );
    expect(printedLines({ body })).toEqual(['County Hall', '  Market Place near the river']);
  });

  it('part a typed number from its words by a blank, and keep the tabs of columns', () => {
    const tabbed = (...words: string[]) =>
      paragraph(`<w:r>${words.map((word) => `<w:t>${word}</w:t>`).join('<w:tab/>')}</w:r>`);
    const body = tabbed('4.2(a)', 'Words.') + tabbed('Name', 'Value') + tabbed('', 'Set in.');
    expect(printedLines({ body })).toEqual(['4.2(a) Words.', 'Name\tValue', '    Set in.']);
  });

  it('run a heading on into its paragraph, and a large initial into its word', () => {
    const runIn = '<w:outlineLvl w:val="1"/><w:rPr><w:vanish/><w:specVanish/></w:rPr>';
    const large = '<w:framePr w:dropCap="drop" w:lines="3"/>';
    const lists = numbering(1, level(0, 'decimal', '%1.'));
    const body =
      paragraph('Scope. ', { list: 1, level: 0, more: runIn }) +
      paragraph('This covers all homes.') +
      paragraph('T', { more: large }) +
      paragraph('he council met.');
    const lines = readDocx(writeDocx({ body, numbering: lists })).filter(({ text }) => text !== '');
    expect(lines.map(({ text, headingLevel }) => [text, headingLevel])).toEqual([
      ['1. Scope. This covers all homes.', null],
      ['The council met.', null],
    ]);
  });

  it('print endnotes with their roman numbers, and a mark of the author as it is typed', () => {
    const endnotes = `<w:endnote w:id="1">${paragraph('At the end.')}</w:endnote><w:endnote w:id="2">${paragraph('* By hand.')}</w:endnote>`;
    const body = paragraph(
      `${run('One')}<w:r><w:endnoteReference w:id="1"/></w:r>${run(' and two')}<w:r><w:endnoteReference w:customMarkFollows="1" w:id="2"/><w:t>*</w:t></w:r>`,
    );
    expect(printedLines({ body, endnotes })).toEqual(['One[i] and two*', '[i] At the end.', '* By hand.']);
  });

  it('keep the places of cells that are merged', () => {
    const cell = (content: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(content)}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const body = `<w:tbl>${row(cell('Area', '<w:gridSpan w:val="2"/>'), cell('Grade'))}${row(
      cell('Homes', '<w:vMerge w:val="restart"/>'),
      cell('Doors'),
      cell('Poor'),
    )}${row(cell('never seen', '<w:vMerge/>'), cell('Stairs'), cell('Good'))}</w:tbl>`;
    expect(printedLines({ body })).toEqual(['Area\t\tGrade', 'Homes\tDoors\tPoor', '\tStairs\tGood']);
  });

  it('leave out headers and footers', () => {
    const parts = { 'word/header1.xml': '<w:hdr xmlns:w="w"><w:p><w:r><w:t>Draft</w:t></w:r></w:p></w:hdr>' };
    expect(printedLines({ body: paragraph('Words.'), parts })).toEqual(['Words.']);
  });
});

describe('how lines of a Word file are set', () => {
  it('tells headings by outline level, by style and by what a style is based on', () => {
    const styles =
      style('berschrift2', 'heading 2') +
      style('Own', 'Own heading', '<w:basedOn w:val="berschrift2"/>') +
      style('Named', 'Named', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>') +
      style('Text', 'Body', '<w:basedOn w:val="Named"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>');
    const body = ['berschrift2', 'Own', 'Named', 'Text']
      .map((id) => paragraph(`Set as ${id}`, { style: id }))
      .join('');
    const lines = readDocx(writeDocx({ body, styles })).filter((line) => line.text !== '');
    expect(lines.map((line) => line.headingLevel)).toEqual([2, 2, 3, null]);
  });

  it('takes sentences in a heading style for paragraphs', () => {
    const styles = style('H1', 'heading 1') + style('H2', 'heading 2');
    const levels = level(0, 'decimal', '%1', '<w:pStyle w:val="H1"/>') + level(1, 'decimal', '%1.%2');
    const body = [
      paragraph('Fire safety', { style: 'H1', list: 1, level: 0 }),
      paragraph('The doors of both blocks were found open on the day.', { style: 'H2', list: 1, level: 1 }),
      paragraph('The council knew of this and had not acted upon it.', { style: 'H2', list: 1, level: 1 }),
    ].join('');
    const lines = readDocx(writeDocx({ body, styles, numbering: numbering(1, levels) }));
    expect(lines.filter(({ text }) => text !== '').map(({ headingLevel }) => headingLevel)).toEqual([
      1,
      null,
      null,
    ]);
  });

  it('knows lines that are bold as a whole', () => {
    const body =
      paragraph(run('All ', '<w:b/>') + run('bold', '<w:b/>')) +
      paragraph(run('Partly ', '<w:b/>') + run('bold')) +
      paragraph(run('Not', '<w:b w:val="0"/>'));
    expect(rows(body).map((line) => line.bold)).toEqual([true, false, false]);
  });

  it('sets rows with tabs and their head in bold', () => {
    const body = table(
      [
        ['Judgement', 'Grade'],
        ['Overall', paragraph('Good') + paragraph('with features')],
      ],
      '<w:tblHeader/>',
    );
    expect(rows(body).map(({ text, bold }) => [text, bold])).toEqual([
      ['Judgement\tGrade', true],
      ['Overall\tGood with features', false],
    ]);
  });

  it('reads boxes of one cell, and tables that hold numbers beside their paragraphs, as paragraphs', () => {
    expect(rows(table([['In a box.']])).map((line) => line.text)).toEqual(['In a box.']);
    const body = table([['1.1', paragraph('The first part.') + paragraph('Its second.')]]);
    expect(rows(body).map((line) => line.text)).toEqual(['1.1 The first part.', '    Its second.']);
  });

  it('counts pages by the breaks that Word noted, and once where the author set the same one', () => {
    const rendered = '<w:r><w:lastRenderedPageBreak/></w:r>';
    const body =
      paragraph('One.') +
      paragraph(`<w:r><w:br w:type="page"/></w:r>`) +
      paragraph(rendered + run('Two.')) +
      paragraph(run('Still two ') + rendered + run('and three.')) +
      paragraph('Three.');
    expect(rows(body).map(({ text, page }) => [text, page])).toEqual([
      ['One.', 1],
      ['Two.', 2],
      ['Still two and three.', 2],
      ['Three.', 3],
    ]);
  });

  it('knows no pages where nothing tells them, or where the breaks give another count than the file', () => {
    expect(rows(paragraph('One.'))[0]?.page).toBeNull();
    const body = paragraph('<w:r><w:t>One.</w:t><w:br w:type="page"/><w:t>Two.</w:t></w:r>');
    expect(rows(body).map(({ page }) => page)).toEqual([1, 2]);
    const parts = { 'docProps/app.xml': '<Properties><Pages>5</Pages></Properties>' };
    expect(readDocx(writeDocx({ body, parts })).every(({ page }) => page === null)).toBe(true);
  });
});
