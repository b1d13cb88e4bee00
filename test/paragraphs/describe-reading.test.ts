import { describe, expect, it } from 'vitest';
import { readingInWords } from '../../src/paragraphs/reading-in-words.ts';
import { readAndSplit } from './read-and-split.ts';

const prose =
  'The council has clear plans for young people, and its managers review them with care each month.';
const written = (numbers: readonly string[]) => numbers.map((number) => `${number} ${prose}`).join('\n\n');
const readingOf = async (source: string, file = 'a.txt') => (await readAndSplit(source, file)).reading;
const numberingOf = async (...numbers: string[]) =>
  (await readingOf(`A Paper\n\nFindings\n\n${written(numbers)}\n`)).numbering;

describe('the account of a reading', () => {
  it('counts paragraphs by their form', async () => {
    const table = '| Area | Grade |\n|---|---|\n| Fostering | Good |\n| Adoption | Poor |';
    const source = `# A Paper\n\n## Findings\n\n${written(['1.', '2.'])}\n\n## Grades\n\n${prose}\n\n${table}\n`;
    const reading = await readingOf(source, 'a.md');
    expect(reading).toMatchObject({ numbered: 2, unnumbered: 3 });
    expect(reading.forms).toEqual({ numbered: 2, text: 1, table_row: 2, footnote: 0, title: 0 });
  });

  it('gives the style, the range and the heading of each run, and says where numbers restart', async () => {
    const source = `A Paper\n\nStrengths\n\n${written(['1.', '2.', '3.'])}\n\nAreas for improvement\n\n${written(['1.', '2.'])}\n`;
    const style = 'arabic numbers with a full stop';
    const sound = { gaps: [], repeats: [], jumps: [] };
    expect((await readingOf(source)).numbering).toEqual([
      { style, from: '1', to: '3', count: 3, heading: 'Strengths', restarts: false, ...sound },
      { style, from: '1', to: '2', count: 2, heading: 'Areas for improvement', restarts: true, ...sound },
    ]);
  });

  it.each([
    ['stepped numbers without a stop', ['1.1', '1.2', '2.1', '2.2']],
    ['arabic numbers with a closing bracket', ['1)', '2)', '3)']],
    ['arabic numbers in square brackets', ['[1]', '[2]', '[3]']],
    ['arabic numbers with “Paragraph”', ['Paragraph 1', 'Paragraph 2', 'Paragraph 3']],
    ['letters and numbers without a stop', ['A1', 'A2', 'A3']],
    ['roman numerals with a full stop', ['I.', 'II.', 'III.', 'IV.']],
  ])('knows %s', async (style, numbers) => {
    expect(await numberingOf(...numbers)).toMatchObject([{ style, count: numbers.length, gaps: [] }]);
  });

  it('names gaps and repeats as printed', async () => {
    const arabic = await numberingOf('1.', '2.', '4.', '5.', '8.', '8.', '9.', '10.');
    expect(arabic).toMatchObject([{ gaps: ['3', '6–7'], repeats: ['8'], jumps: [] }]);
    const roman = await numberingOf('I.', 'II.', 'III.', 'V.', 'VI.');
    expect(roman).toMatchObject([{ gaps: ['IV'] }]);
    const stepped = await numberingOf('1.1', '1.2', '1.4', '2.1', '2.2');
    expect(stepped).toMatchObject([{ gaps: ['1.3'] }]);
  });

  it('does not miss a number that a heading carries', async () => {
    const sections = ['Aims', 'Methods', 'Findings'].map(
      (name, place) => `${place + 1}. ${name}\n\n${written([`${place + 1}.1`, `${place + 1}.2`])}`,
    );
    const { numbering, confidence } = await readingOf(`A Paper\n\n${sections.join('\n\n')}\n`);
    expect(numbering).toMatchObject([{ from: '1.1', to: '3.2', gaps: [], jumps: [] }]);
    expect(confidence).toBe(1);
  });

  it('tells a jump from one run to the next, and a first run that begins late, without blaming the latter', async () => {
    const jumped = await numberingOf('1.', '2.', '3.', '4.', '40.', '41.', '42.');
    expect(jumped).toMatchObject([{ to: '4' }, { from: '40', jumps: [{ from: '4', to: '40' }] }]);
    const late = await readingOf(`Minutes\n\n${written(['187.', '188.', '189.'])}\n`);
    expect(late).toMatchObject({ numbering: [{ jumps: [{ from: null, to: '187' }] }], confidence: 1 });
  });

  it('lists lines whose number fits no run', async () => {
    const numbers = ['1.', '2.', '3.', '4.', '90.', '5.', '6.', '60.', '7.', '8.'];
    const { unexplained } = await readingOf(`A Paper\n\n${written(numbers)}\n`);
    expect(unexplained.count).toBe(2);
    expect(unexplained.lines[0]).toMatch(/^90\. The council/);
  });

  it('counts running heads, page numbers and lines of contents lists', async () => {
    const list = 'Contents\n\nPurpose\t2\nFindings\t3';
    const pages = ['Purpose', 'Findings', 'Outcomes']
      .map((name, page) => `${name}\n\n${page + 1}. ${prose}\n\nThe running foot\n${page + 2}\n\f`)
      .join('');
    expect((await readingOf(`A Paper\n\n${list}\n\n${pages}`)).furniture).toEqual({
      ...{ running: 6, contents: 3, outside: 0 },
    });
  });

  it('counts and lists what a web page has besides the report', async () => {
    const html = `<nav>Home News</nav><main><h1>A Paper</h1><p>1. ${prose}</p><div class="cookie-notice">We use cookies</div><p>2. ${prose}</p></main><footer>About us</footer>`;
    const { reading, furniture } = await readAndSplit(html, 'a.html');
    expect(reading.furniture.outside).toBe(3);
    expect(furniture).toEqual(['Home News', 'About us', 'We use cookies']);
  });

  it('is told in words', async () => {
    const facts = readingInWords(
      await readingOf(`A Paper\n\nFindings\n\n${written(['1.', '2.', '4.', '5.'])}\n`),
    );
    expect(Object.fromEntries(facts.map(({ name, value }) => [name, value]))).toMatchObject({
      Confidence: expect.stringMatching(/^0\.\d\d of 1\. Numbers are missing: 3\.$/),
      Numbering: 'arabic numbers with a full stop 1–5',
      'Missing numbers': '3',
    });
  });
});
