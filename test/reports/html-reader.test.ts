import { describe, expect, it } from 'vitest';
import { splitReport } from '../../src/paragraphs/split-report.ts';
import { readReport } from '../../src/reports/read-report.ts';

const read = (html: string) => readReport({ file: 'a.html', bytes: new TextEncoder().encode(html) });
const printed = async (html: string) =>
  (await read(html)).lines.filter((line) => line.text !== '').map((line) => line.text);

describe('lists of a web page', () => {
  it('get the numbers that a browser prints: start, value, type and reversed', async () => {
    const html = `<ol start="4"><li>Four<li>Five<li value="9">Nine</ol>
      <ol type="a" start="26"><li>z<li>aa</ol><ol type="I"><li>One<li>Two</ol><ol reversed><li>x<li>y</ol>
      <ol style="list-style-type: lower-roman"><li>r</ol><ul><li>dot</ul>`;
    expect(await printed(html)).toEqual([
      ...['4. Four', '5. Five', '9. Nine', 'z. z', 'aa. aa', 'I. One', 'II. Two', '2. x', '1. y', 'i. r'],
      '• dot',
    ]);
  });

  it('keep numbers that are typed into their items, and add none', async () => {
    expect(await printed('<ol><li>1.1 One<li>1.2 Two</ol><ul><li>(a) three<li>(b) four</ul>')).toEqual([
      ...['1.1 One', '1.2 Two', '(a) three', '(b) four'],
    ]);
  });

  it('set in what stands below the first line of an item', async () => {
    expect(await printed('<ol><li>One<p>More</p><ol type=a><li>in it</ol></li><li>Two</ol>')).toEqual([
      ...['1. One', '  More', '  a. in it', '2. Two'],
    ]);
  });
});

describe('tables of a web page', () => {
  it('become rows of cells with tabs, their heads in bold', async () => {
    const html = `<table><thead><tr><th>Area<th>Grade</thead>
      <tr><th>Fostering<td>Good<tr><td>Adoption<td>Poor, but<br>better</table>`;
    const { lines } = await read(html);
    expect(lines.map(({ text, bold }) => [text, bold])).toEqual([
      ['Area\tGrade', true],
      ['Fostering\tGood', false],
      ['Adoption\tPoor, but better', false],
    ]);
  });

  it('end where the next begins, if nobody closed them, and nothing behind them is lost', async () => {
    const open = '<table><tr><td>Area<td>Grade</tr><table>';
    expect(await printed(`${open}<p>One.</p>${open}Two. <h2>Three</h2><p>Four.</p>`)).toEqual(
      expect.arrayContaining(['One.', 'Two.', 'Three', 'Four.', 'Area\tGrade']),
    );
  });

  it('keep footnote marks apart from the numbers in their cells', async () => {
    const html =
      '<table><tr><td>Total<td>169<sup><a href="#n2">2</a></sup></table><p id="n2">2. Without those of May.</p>';
    expect(await printed(html)).toContain('Total\t169[2]');
  });

  it('that hold a page’s menu in a cell lose the menu alone', async () => {
    const menu = ['1. One', '2. Two', '3. Three'].map((name) => `<a href="p">${name}</a><br>`).join('');
    const words = 'The report says a good deal more than its menu does. '.repeat(4);
    expect(await printed(`<table><tr><td>${menu}<td><p>${words}</p></table>`)).toEqual([words.trim()]);
  });

  it('that only set a number beside its paragraph become numbered paragraphs', async () => {
    const words = 'The council has worked with its partners for years.';
    const rows = [1, 2, 3].map((number) => `<tr><td>${number}.</td><td><p>${words}</p></td></tr>`);
    const { paragraphs } = await splitReport(await read(`<h1>Findings</h1><table>${rows.join('')}</table>`));
    expect(paragraphs.map(({ number, text }) => [number, text])).toEqual([
      ['1', words],
      ['2', words],
      ['3', words],
    ]);
  });
});

describe('what of a web page is read', () => {
  const prose = '<p>The council has worked with its partners to improve what it offers to young people.</p>';

  it('leaves out what is not the report: navigation, notices, scripts, the site’s head and foot', async () => {
    const html = `<html><head><title>t</title><style>p{}</style></head><body class="has-cookie-banner">
      <header><a href="/">Site</a></header><div id="cookieConsent">We use cookies</div>
      <nav><a href="#a">One</a></nav><div class="breadcrumb-list"><a href="/">Home</a></div>
      <p hidden>no</p><p style="display: none">no</p><span class="visually-hidden">no</span>
      <script>document.write('no')</script><noscript>no</noscript><!-- no --><button>Print</button>
      <h1>Findings</h1>${prose}<div class="header">Grades</div>${prose.repeat(6)}<footer>Crown copyright</footer></body></html>`;
    const texts = await printed(html);
    expect(texts[0]).toBe('Findings');
    expect(texts[2]).toBe('Grades');
    expect(texts).toHaveLength(9);
  });

  it('takes the main part where one is marked and holds most words', async () => {
    expect(await printed(`<div>Other pages</div><main><h1>A</h1>${prose}</main>`)).toHaveLength(2);
    expect(await printed(`<div>${prose}</div><main><h1>A</h1></main>`)).toHaveLength(2);
  });

  it('never drops a large part of a page or its title for a name', async () => {
    expect(
      await printed(`<div class="banner"><h1>The title</h1></div><div id="footer">${prose}</div>`),
    ).toEqual([
      'The title',
      'The council has worked with its partners to improve what it offers to young people.',
    ]);
  });

  it('knows headings, bold lines, rules, line breaks and preformatted lines', async () => {
    const { lines } = await read('<h2>A<br>B</h2><p><b>All</b></p><hr><p>x<br>y</p><pre>1  a\n   b</pre>');
    const told = lines.filter((line) => line.text !== '' || line.rule);
    expect(told.map(({ text, headingLevel, bold, rule }) => [text, headingLevel, bold, rule])).toEqual([
      ['A B', 2, false, false],
      ['All', null, true, false],
      ['', null, false, true],
      ['x', null, false, false],
      ['y', null, false, false],
      ['1  a', null, false, false],
      ['   b', null, false, false],
    ]);
  });

  it('parts a number in an element of its own from its words, and names source lines', async () => {
    const { lines } = await read('<p>\n<span>1.1</span>The council</p>\n<p><a href="#n">2</a>.  Two</p>');
    expect(lines.filter((line) => line.text).map(({ text, number }) => [text, number])).toEqual([
      ['1.1 The council', 2],
      ['2. Two', 3],
    ]);
  });

  it('sets footnote marks apart from words, and only those', async () => {
    const html = `<p>On 5<sup>th</sup> May<sup><a href="#n1">1</a></sup> it rained.</p><p id="n1"><a href="#r">1</a>. A note.</p>`;
    expect(await printed(html)).toEqual(['On 5th May[1] it rained.', '[1] A note.']);
    const { paragraphs, marks } = await splitReport(await read(html));
    expect(paragraphs.map(({ form, text }) => [form, text])).toContainEqual(['footnote', 'A note.']);
    expect(marks).toEqual(['[1]', '[1]']);
  });
});

it('refuses a page that is nested absurdly, naming no more than it must, and reads a deep one', async () => {
  const nested = (depth: number) => `${'<div>'.repeat(depth)}x${'</div>'.repeat(depth)}`;
  await expect(read(nested(100_000))).rejects.toMatchObject({ code: 'corpus_invalid' });
  expect(await printed(nested(500))).toEqual(['x']);
});

it('reads a page with halves of characters in it', async () => {
  const bytes = Uint8Array.from([0xff, 0xfe, ...Buffer.from('<p>One \uDF77\uDF38<b>two</b></p>', 'utf16le')]);
  const { lines } = await readReport({ file: 'a.html', bytes });
  expect(lines.map(({ text }) => text).join('')).toMatch(/^One ..two$/u);
});

it('reads a large page in the time of its length', async () => {
  const began = performance.now();
  await read(`<ol>${'<li><b class="nav">x</b> <a href="#a">y</a><sup>1</sup>'.repeat(20_000)}</ol>`);
  await read('<div class="nav">'.repeat(900) + '<p>text</p>'.repeat(10_000));
  expect(performance.now() - began).toBeLessThan(5_000);
});
