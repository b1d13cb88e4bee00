import { describe, expect, it } from 'vitest';
import type { SplitReport } from '../../src/paragraphs/paragraph.ts';
import { readAndSplit } from './read-and-split.ts';

const prose = 'The council has worked with its partners to improve what it offers to young people.';
const numbersOf = ({ paragraphs }: SplitReport) => paragraphs.flatMap(({ number }) => number ?? []);
const textsOf = ({ paragraphs }: SplitReport, form: string) =>
  paragraphs.filter((paragraph) => paragraph.form === form).map((paragraph) => paragraph.text);

describe('numbering', () => {
  it.each(['4. 5. 5. 6.', '1.1 1.2 1.2 1.3 2.1', 'A1 A2 A2 A3', 'I. II. II. III. IV.'])(
    'keeps a number that is printed twice: %s',
    async (printed) => {
      const numbers = printed.split(' ');
      const split = await readAndSplit(
        `Findings\n\n${numbers.map((one) => `${one} ${prose}`).join('\n\n')}\n`,
      );
      expect(numbersOf(split)).toEqual(numbers.map((one) => one.replace(/\.$/, '')));
    },
  );

  it('is not misled by years, money and house numbers at the starts of wrapped lines', async () => {
    const split = await readAndSplit(
      `Findings\n\n1. The council spent more in\n2010 and in later years, about\n3. 1 million or so, on the house at\n2 Regent Road and on other things.\n\n2. ${prose}\n\n3. ${prose}\n`,
    );
    expect(numbersOf(split)).toEqual(['1', '2', '3']);
    expect(split.paragraphs.find(({ id }) => id === '1')?.text).toContain('2010 and in later years');
  });

  it('counts a number below a full line where its neighbours say so, and not a cross reference', async () => {
    const source = [
      'Findings\n',
      '1. The council met its partners in May and asked',
      'them what they thought of the plan as a whole.',
      '2. The partners said all that is in paragraph',
      '2. Nothing else was said by any one of them:',
      '• that the plan was good, which they accept in',
      'full and at once, as their own boards have done',
      '3. The plan was then read again by each of the',
      'partners.',
      '4. The council met them once more in September.',
    ];
    const split = await readAndSplit(source.join('\n'));
    expect(numbersOf(split)).toEqual(['1', '2', '3', '4']);
    expect(textsOf(split, 'numbered')[1]).toContain('all that is in paragraph 2. Nothing else was said');
  });

  it('takes paragraphs that are set as headings for paragraphs', async () => {
    const set = ['First', 'Second'].map((word, place) => `### ${place + 1}. ${word}: ${prose} ${prose}`);
    const split = await readAndSplit(`# A Paper\n\n## Aims\n\n${set.join('\n\n')}\n`, 'a.md');
    expect(numbersOf(split)).toEqual(['1', '2']);
    expect(split.headings).toEqual(['A Paper', 'Aims']);
  });

  it('reads minutes that are numbered with their year', async () => {
    const minutes = ['22/098', '22/099', '22/100'].map((number) => `${number} ${prose}`).join('\n\n');
    expect(numbersOf(await readAndSplit(`Meeting of 3 May\n\n${minutes}\n`))).toEqual([
      '22/098',
      '22/099',
      '22/100',
    ]);
  });

  it('takes no dates at the starts of lines for numbers', async () => {
    const days = [
      '12 May',
      '13 May',
      '14 May',
      '15/05',
      '16/05',
      '17/05',
      '12.05.10',
      '13.05.10',
      '14.05.10',
    ];
    const split = await readAndSplit(
      `What happened\n\n${days.map((day) => `${day} ${prose}`).join('\n\n')}\n`,
    );
    expect(numbersOf(split)).toEqual([]);
  });

  it('joins words that a soft hyphen parts at the end of a line', async () => {
    const split = await readAndSplit(`Findings\n\n1. The ser\u00AD\nvices of the coun-\ncil.\n2. ${prose}\n`);
    expect(textsOf(split, 'numbered')).toEqual(['The services of the coun-cil.', prose]);
  });

  it('restarts under plain headings, with ids and labels that say which', async () => {
    const split = await readAndSplit(
      `Strengths\n\n1. ${prose}\n2. ${prose}\n\nWeaknesses\n\n1. ${prose}\n2. ${prose}\n`,
    );
    expect(split.paragraphs.map(({ id }) => id)).toEqual([
      'strengths-1',
      'strengths-2',
      'weaknesses-1',
      'weaknesses-2',
    ]);
    expect(split.paragraphs.at(-1)?.label).toBe('Strengths, Weaknesses, item 2');
  });

  it('tells repeated headings apart in ids', async () => {
    const split = await readAndSplit(`# Paper\n\n## Aims\n\n${prose}\n\n## Aims\n\n${prose}\n`, 'a.md');
    expect(split.paragraphs.map(({ id }) => id)).toEqual(['aims.1', 'aims-2.1']);
  });

  it('leaves a list that counts inside a paragraph to that paragraph', async () => {
    const split = await readAndSplit(
      `Duties\n\n4.1 ${prose}\n\n4.2 The council must:\n\n1. act on every referral within a day\n\n2. record what it did and why\n\n4.3 ${prose}\n\n4.4 ${prose}\n`,
    );
    expect(numbersOf(split)).toEqual(['4.1', '4.2', '4.3', '4.4']);
    expect(split.paragraphs[1]?.text).toContain('act on every referral');
  });

  it('takes numbers that only name sections as parts of headings', async () => {
    const split = await readAndSplit(
      `A PAPER\n\n1. Purpose\n\n1.1 ${prose}\n\n1.2 ${prose}\n\n2. Background\n\n2.1 ${prose}\n\n2.2 ${prose}\n`,
    );
    expect(numbersOf(split)).toEqual(['1.1', '1.2', '2.1', '2.2']);
    expect(split.headings).toEqual(expect.arrayContaining(['1. Purpose', '2. Background']));
  });

  it('goes on from a number that is not the first', async () => {
    const minutes = [187, 188, 189].map((number) => `${number}  ITEM OF BUSINESS – ${prose}`).join('\n\n');
    expect(numbersOf(await readAndSplit(`Panel – 13 December 2010\n\n${minutes}\n`))).toEqual([
      '187',
      '188',
      '189',
    ]);
  });

  const say = (what: string) =>
    `${what} has been looked at with care, and nothing was found that is wrong with it.`;

  it.each([
    [
      'headings of two levels over paragraphs of a third',
      '1.1.1 1.1.2 1.2.1 1.2.2',
      `1 Aims\n\n1.1 Care\n\n1.1.1 ${say('Fostering')}\n\n1.1.2 ${say('Adoption')}\n\n1.2 Leaving\n\n1.2.1 ${say('Housing')}\n\n1.2.2 ${say('Work')}`,
    ],
    [
      'roman headings over paragraphs that run on',
      '1 2 3 4',
      `I. Aims\n\n1. ${say('Fostering')}\n\n2. ${say('Adoption')}\n\nII. Law\n\n3. ${say('The Act')}\n\nIII. Facts\n\n4. ${say('Housing')}`,
    ],
    [
      'a list set close, in a style of its own, inside a paragraph',
      '1 2',
      `Aims\n\n1. ${say('Fostering')}\n1) one thing\n2) another thing\n\n2. ${say('Adoption')}`,
    ],
    [
      'a list set in, as long as the paragraphs that stand above it',
      '1 2 3 4 5',
      `Aims\n\n   1. ${say('Fostering')}\n\n   2. The crew found:\n\n         1. a locked gate;\n         2. a car in the way; and\n         3. no water.\n\n   3. ${say('Housing')}\n\n   4. ${say('Work')}\n\n   5. ${say('The Act')}`,
    ],
    [
      'short paragraphs that say what is to be done, without stops',
      '1 2 3',
      `${say('The home')}\n\nWhat must change\n\n1. Train all staff\n2. Mend the roof\n3. Tell the public what was found\n\n${say('The rest')}`,
    ],
    [
      'a list of those who were asked, which is none',
      '',
      `${say('The home')}\n\nThose we asked\n\n1. Ms B White, matron\n2. Mr A Green, porter\n3. Two neighbours\n\n${say('The rest')}`,
    ],
    [
      'paragraphs of another report, quoted, which count like the next of this one',
      '1 2 3 4 5',
      `Aims\n\n1. ${say('Fostering')}\n\n2. ${say('Adoption')}\n\n3. ${say('Housing')}\n\n4. Lord A said:\n\n    5. ${say('The Act')}\n\n    6. ${say('The case')}\n\n    7. ${say('The cost')}\n\n5. ${say('Work')}`,
    ],
    [
      'an annex whose paragraphs bear its letter',
      '1 2 3 A1 A2 A3',
      `Aims\n\n1. ${say('Fostering')}\n\n2. ${say('Adoption')}\n\n3. ${say('Work')}\n\nAnnex A\n\nA1. ${say('The Act')}\n\nA2. ${say('The case')}\n\nA3. ${say('The cost')}`,
    ],
  ])('of %s', async (_, numbers, body) => {
    expect(numbersOf(await readAndSplit(`A PAPER\n\n${body}\n`)).join(' ')).toBe(numbers);
  });

  it('finds none where there is none', async () => {
    const split = await readAndSplit(`Findings\n\n${prose}\n\na) one thing\n\nb) another thing\n`);
    expect(numbersOf(split)).toEqual([]);
  });
});

describe('what belongs to a paragraph', () => {
  it('joins a paragraph over a page number and keeps a hyphen at the break', async () => {
    const split = await readAndSplit(
      `Findings\n\n1. It was an inter-\n\n3\n\nagency response.\n\n2. ${prose}\n`,
    );
    expect(textsOf(split, 'numbered')[0]).toBe('It was an inter-agency response.');
    expect(split.furniture).toEqual(['3']);
  });

  it('takes bullets and their sub-headings into a numbered paragraph', async () => {
    const source = `## Actions\n\n1. The council should:\n\n**At once:**\n\n- stop\n- think\n\n### Within a month:\n\n- act\n\n2. ${prose}\n\n## Other\n\n3. ${prose}\n`;
    const split = await readAndSplit(source, 'a.md');
    expect(textsOf(split, 'numbered')[0]).toBe(
      'The council should:\nAt once:\n- stop\n- think\nWithin a month:\n- act',
    );
  });

  it('does not swallow what follows the numbering', async () => {
    const split = await readAndSplit(
      `Findings\n\n1. ${prose}\n2. ${prose}\n\nWe thank all who took part in this review.\n\nJane Doe\n\nDirector\n`,
    );
    expect(textsOf(split, 'text')).toEqual([
      'We thank all who took part in this review.',
      'Jane Doe',
      'Director',
    ]);
  });

  it('reads tables with their column heads', async () => {
    const rows = '| Service | Grade |\n|---|---|\n| Fostering | Good |\n| Adoption | **Good** |';
    const split = await readAndSplit(`# Grades\n\n${prose}\n\n${rows}\n\n# More\n\n${prose}\n`, 'a.md');
    expect(textsOf(split, 'table_row')).toEqual(['Fostering\tGood', 'Adoption\tGood']);
    expect(split.columns).toEqual(['Service', 'Grade']);
  });

  it('reads notes in square brackets and takes their marks off the text', async () => {
    const split = await readAndSplit(
      `Findings\n\n1. The Act[1] says so.\n\n2. ${prose}\n\n[1] The Act of 2004.\n`,
    );
    expect(textsOf(split, 'numbered')[0]).toBe('The Act says so.');
    expect(textsOf(split, 'footnote')).toEqual(['The Act of 2004.']);
    expect(split.marks).toEqual(['[1]', '[1]']);
  });
});

describe('work grows with length, not with its square', () => {
  const long = (lines: number, line: (place: number) => string) =>
    Array.from({ length: lines }, (_, place) => line(place)).join('\n');

  /** Processor time of this thread, so that a busy machine does not count. */
  async function workFor(source: string): Promise<number> {
    const before = process.threadCpuUsage();
    await readAndSplit(`Findings\n\n${source}\n`);
    const { user, system } = process.threadCpuUsage(before);
    return user + system;
  }

  it.each<[string, (place: number) => string]>([
    ['numbered paragraphs', (place) => `${(place % 900) + 1}. ${prose}\n`],
    ['text that goes on and on', (place) => `and on and on ${place}`],
    ['a list that begins again', () => '1. One thing'],
    ['rows', (place) => `a\tb\t${place}`],
    ['short lines in turn', (place) => `A label of words\n\nValue ${place}\n`],
  ])('for %s', async (_, line) => {
    await workFor(long(1_000, line));
    const eighth = await workFor(long(2_500, line));
    // Eight times as long: eight times the work, and some for what grows a little faster. The square would be 64 times.
    expect(await workFor(long(20_000, line))).toBeLessThan(24 * eighth);
  });
});
